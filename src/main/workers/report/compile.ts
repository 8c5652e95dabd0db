import { createHash } from 'node:crypto'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { CompileRequest, CompileResult, ReportErrorCode, ReportFailure } from '../../../shared/reports/protocol'

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

/**
 * PDF/UA-1 refuses a document with a sign that no font of ours has: an emoji or Japanese in a title. Then the same
 * tagged document without the claim is better than none; the sign is drawn as an empty box.
 */
function toPdf(compiler: NodeCompiler, document: CompiledDocument, creationTimestamp: number): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp })
  } catch {
    return compiler.pdf(document, { creationTimestamp })
  }
}

type CompiledDocument = Parameters<NodeCompiler['pdf']>[0]

/** Sets the document as a tagged PDF that meets PDF/UA-1, which refuses pictures without alternative text. */
export async function compileToPdf(request: CompileRequest): Promise<CompileResult> {
  const template = await readFile(request.templatePath, 'utf8')
  const compiler = NodeCompiler.create({ workspace: request.root, fontArgs: [{ fontPaths: [request.fontFolder] }] })
  compiler.mapShadow(join(request.root, 'data.json'), Buffer.from(JSON.stringify(request.data)))
  const compiled = compiler.compile({ mainFileContent: template })
  const document = compiled.result
  if (!document) {
    const diagnostics = compiled.takeError()?.shortDiagnostics ?? []
    throw new ReportError('internal.report', { detail: JSON.stringify(diagnostics).slice(0, 400) })
  }
  const seconds = Math.floor(Date.parse(request.createdAt) / 1000)
  const pdf = toPdf(compiler, document, seconds)
  await writeWhole(request.outPath, pdf)
  return { pages: document.numOfPages, bytes: pdf.length, sha256: createHash('sha256').update(pdf).digest('hex') }
}
