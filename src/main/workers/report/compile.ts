import { createHash } from 'node:crypto'
import { open, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { CompileRequest, CompileResult, PdfClaim, ReportErrorCode, ReportFailure } from '../../../shared/reports/protocol'
import { splitPages } from './split-pages'

/** An expected failure inside the report process; it crosses to the core as its code and data. */
export class ReportError extends Error {
  constructor(
    readonly code: ReportErrorCode,
    readonly data: Record<string, string | number>,
    options?: { cause?: unknown }
  ) {
    super(code, options)
    this.name = 'ReportError'
  }
}

export function asFailure(error: unknown): ReportFailure {
  if (error instanceof ReportError) return { code: error.code, data: error.data }
  return { code: 'internal.report', data: { detail: error instanceof Error ? error.message.slice(0, 200) : 'unknown' } }
}

/** Written beside nothing else under this name: exclusive, synced, never through a link. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  try {
    await rm(path, { force: true })
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
    throw new ReportError('unavailable.report-write', { reason }, { cause: error })
  }
}

type CompiledDocument = Parameters<NodeCompiler['pdf']>[0]

/**
 * PDF/UA-1 and PDF/A refuse a document with a sign that no font of ours has: an emoji or Japanese in a title. Then the same
 * tagged document without the claim is better than none; the sign is drawn as an empty box.
 */
function toPdf(compiler: NodeCompiler, document: CompiledDocument, creationTimestamp: number, standard: PdfClaim): { pdf: Buffer; claim: PdfClaim | null } {
  try {
    return { pdf: compiler.pdf(document, { pdfStandard: standard, creationTimestamp }), claim: standard }
  } catch {
    return { pdf: compiler.pdf(document, { creationTimestamp }), claim: null }
  }
}

/** Labels a thing of the document that somebody outside wants to know the place of. */
function marksOf(compiler: NodeCompiler, document: CompiledDocument): unknown[] {
  const found: unknown = compiler.query(document, { selector: '<mark>', field: 'value' })
  return Array.isArray(found) ? found : []
}

async function drawPages(compiler: NodeCompiler, document: CompiledDocument, folder: string, name: string): Promise<Omit<CompileResult, 'pages' | 'marks'>> {
  const hash = createHash('sha256')
  const drawn: CompileResult['drawn'] = []
  let bytes = 0
  for (const { svg, width, height } of splitPages(compiler.plainSvg(document))) {
    const content = Buffer.from(svg)
    const file = `${name}-${drawn.length + 1}.svg`
    await writeWhole(join(folder, file), content)
    hash.update(content)
    bytes += content.length
    drawn.push({ name: file, width, height })
  }
  return { bytes, sha256: hash.digest('hex'), claim: null, drawn }
}

async function compilerOf(request: CompileRequest): Promise<NodeCompiler> {
  const compiler = NodeCompiler.create({ workspace: request.root, fontArgs: [{ fontPaths: [request.fontFolder] }] })
  for (const part of request.parts ?? []) compiler.mapShadow(join(request.root, basename(part)), await readFile(part))
  compiler.mapShadow(join(request.root, 'data.json'), Buffer.from(JSON.stringify(request.data)))
  return compiler
}

/** Pages of documents set before are kept in memory for so many documents, so that the next version of one is set faster. */
const KEPT = 8

/** Sets the document as a tagged PDF that meets PDF/UA-1, which refuses pictures without alternative text, or draws its pages. */
export async function compileDocument(request: CompileRequest): Promise<CompileResult> {
  const template = await readFile(request.templatePath, 'utf8')
  const compiler = await compilerOf(request)
  const compiled = compiler.compile({ mainFileContent: template })
  const document = compiled.result
  if (!document) {
    const diagnostics = compiled.takeError()?.shortDiagnostics ?? []
    throw new ReportError('internal.report', { detail: JSON.stringify(diagnostics).slice(0, 400) })
  }
  const facts = { pages: document.numOfPages, marks: marksOf(compiler, document) }
  compiler.evictCache(KEPT)
  if (request.pages) return { ...facts, ...(await drawPages(compiler, document, request.outPath, request.pages.name)) }
  const { pdf, claim } = toPdf(compiler, document, Math.floor(Date.parse(request.createdAt) / 1000), request.standard ?? 'ua-1')
  await writeWhole(request.outPath, pdf)
  return { ...facts, bytes: pdf.length, sha256: createHash('sha256').update(pdf).digest('hex'), claim, drawn: [] }
}
