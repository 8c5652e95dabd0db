import type { Reader } from '../../context'
import { findExportedFile, getExportJob } from './export-job.queries'

export { checkDestination, openSubfolder, partName } from './export-folder'
export { findExportFile, saveExportFile } from './export-files.repository'
export { runExportGroup } from './export-group'
export type { ExportedFile, ExportInput, ExportItem } from './export-item'
export { defaultFolder, toExportItem } from './export-plan'
export { clearHalfFiles, exportJobKind } from './export.job'
export { placeFile } from './place-file'
export { memberKey, type SetMember } from './rendition-set'
export { renditionsHandlers } from './renditions.handlers'
export { getSources, listHandCrops } from './sources.queries'

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
