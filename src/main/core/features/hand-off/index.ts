import type { Reader } from '../../context'
import { findPackJob } from './pack.queries'

export { keepsQuiet, readReminderSettings, startDueWatch } from './due-watch'
export { handOffHandlers } from './hand-off.handlers'
export { packJobKind } from './pack.job'
export { putFile, writePart } from './put-file'
export { ensureVariantPicture } from './variant-picture'
export { listOutgoing, listOutgoingOfDays, type Outgoing, type OutgoingMedia } from './outgoing.queries'
export { wordsOf } from './outgoing-words'
export { planPictures, type OutgoingPictures } from './pictures'

/** Folder of a pack; undefined for a job of another kind. */
export async function findPackFolder(reader: Reader, jobId: string): Promise<string | undefined> {
  return (await findPackJob(reader, jobId))?.input.folder
}

/** Path of a pack's sheet or archive; undefined while it is not made. */
export async function findPackFile(reader: Reader, jobId: string, kind: 'sheet' | 'zip'): Promise<string | undefined> {
  return (await findPackJob(reader, jobId))?.end?.[kind] ?? undefined
}
