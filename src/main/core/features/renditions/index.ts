import type { Reader } from '../../context'
import { findExportedFile, getExportJob } from './export-job.queries'

export { exportJobKind } from './export.job'
export { renditionsHandlers } from './renditions.handlers'

/** Folder that an export went to. @throws AppError `not-found.job` */
export async function findExportFolder(reader: Reader, jobId: string): Promise<string> {
  return (await getExportJob(reader, jobId)).input.folder
}

/** Path of the file that an item of an export made; undefined when it made none. */
export async function findOutputFile(reader: Reader, itemId: string): Promise<string | undefined> {
  return (await findExportedFile(reader, itemId))?.path
}

/** Path of an export's contact sheet; undefined when it has none. */
export async function findSheetFile(reader: Reader, jobId: string): Promise<string | undefined> {
  return (await getExportJob(reader, jobId)).end?.contactSheet ?? undefined
}
