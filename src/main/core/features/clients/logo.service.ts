import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, isAppError } from '../../../../shared/errors/app-error'
import { categoryOf } from '../../../../shared/errors/codes'
import type { CallContext } from '../../context'
import { hashFile } from '../../files/originals'
import { makeThumbnail } from '../../files/make-thumbnail'

/** Longer edge of a logo as the app shows it. */
const logoSize = 256
/** What is wrong with the file; a process that died or a full disk is another matter. */
const ofThePicture = new Set(['unsupported', 'validation', 'corrupt'])

/**
 * Takes a logo in as a small picture named by its content, so that undo finds the one before.
 * @returns the file's name in the workspace's `renditions/logos`, or null for none
 */
export async function setLogo(context: CallContext, clientId: string, token: string | null): Promise<string | null> {
  if (token === null) return null
  const { core } = context
  const workspace = await context.workspace(clientId)
  const { path, name, temporary } = core.tokens.resolve(token)
  const folder = join(workspace.folders.renditions, 'logos')
  const file = `${await hashFile(path)}.webp`
  try {
    await core.media.probe({ path, fileName: name })
    await makeThumbnail(core, workspace, { path, outPath: join(folder, file), size: logoSize, format: 'webp' })
  } catch (error) {
    if (isAppError(error) && ofThePicture.has(categoryOf(error.code))) throw new AppError('unsupported.logo', { reason: error.code }, { cause: error })
    throw error
  }
  if (temporary) await rm(path, { force: true })
  return file
}
