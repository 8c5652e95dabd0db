import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, isAppError } from '../../../../shared/errors/app-error'
import type { CompileResult } from '../../../../shared/reports/protocol'
import type { ReportNote } from '../../../../shared/features/reports/reports.schema'
import type { ReportData } from '../../../../shared/reports/report-data'
import type { CoreServices } from '../../context'

export const MAIN_TEMPLATE = 'report.typ'
const isPart = (name: string): boolean => /^report-[\w-]+\.typ$/.test(name)

const isThere = (path: string): Promise<boolean> => stat(path).then((file) => file.isFile(), () => false)

/** The templates of a person where there are any, else those that come with the app. */
export async function templateFolder(core: CoreServices): Promise<string> {
  const own = join(core.home.root, 'report-templates')
  return (await isThere(join(own, MAIN_TEMPLATE))) ? own : join(core.options.resources, 'reports')
}

/** Files of a template, the main one first. */
export async function listTemplateFiles(folder: string): Promise<string[]> {
  return [MAIN_TEMPLATE, ...(await readdir(folder)).filter(isPart).sort()]
}

const fontFolder = (core: CoreServices): string => join(core.options.resources, 'fonts')

/** Name and hash of each font of the app, by which a later version tells whether pages can still be the same. */
export async function describeFonts(core: CoreServices): Promise<{ name: string; sha256: string }[]> {
  const names = (await readdir(fontFolder(core))).filter((name) => name.endsWith('.ttf')).sort()
  return Promise.all(names.map(async (name) => ({ name, sha256: createHash('sha256').update(await readFile(join(fontFolder(core), name))).digest('hex') })))
}

export interface PagesToSet {
  data: ReportData
  /** Folder with the pictures that the data name. */
  root: string
  templates: string
  /** PDF/A-2a instead of PDF/UA-1. */
  archive: boolean
  outPath: string
  /** Draws pages into `outPath`, named so, instead of a PDF. */
  pages?: { name: string }
}

/** @throws AppError `internal.report` where the template has a fault, `unavailable.report` where the pages could not be set */
export async function setReport(core: CoreServices, { data, root, templates, archive, outPath, pages }: PagesToSet): Promise<CompileResult> {
  try {
    const [main = MAIN_TEMPLATE, ...parts] = await listTemplateFiles(templates)
    return await core.reports.compile({
      templatePath: join(templates, main), parts: parts.map((name) => join(templates, name)), root, fontFolder: fontFolder(core), data, outPath,
      createdAt: data.createdAt, standard: archive ? 'a-2a' : 'ua-1', ...(pages && { pages })
    })
  } catch (error) {
    if (isAppError(error) && error.code === 'internal.report') throw new AppError('internal.report', { detail: String(error.data.detail) }, { cause: error })
    if (isAppError(error) && error.code.startsWith('unavailable.report')) throw new AppError('unavailable.report', { reason: error.code }, { cause: error })
    throw error
  }
}

/** What a person should know of a PDF that was set. */
export function notesOf({ claim }: Pick<CompileResult, 'claim'>, archive: boolean, missingPictures: number): ReportNote[] {
  const note = (kind: ReportNote['kind'], count = 1): ReportNote => ({ kind, count })
  return [
    ...(claim === null ? [note(archive ? 'no-archive' : 'signs')] : []),
    ...(claim === 'a-2a' ? [note('archive')] : []),
    ...(missingPictures > 0 ? [note('pictures', missingPictures)] : [])
  ]
}
