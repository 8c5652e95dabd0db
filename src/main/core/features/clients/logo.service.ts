import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, isAppError } from '../../../../shared/errors/app-error'
import type { CallContext } from '../../context'
import { hashFile } from '../../files/originals'

/** Longer edge of a logo as the app shows it. */
const logoSize = 256

/**
 * Takes a logo in as a small picture named by its content, so that undo finds the one before.
 * @returns the file's name in the workspace's `renditions/logos`, or null for none
 */
export async function setLogo(context: CallContext, clientId: string, token: string | null): Promise<string | null> {
  if (token === null) return null
  const { core } = context
  const workspace = await context.workspace(clientId)
  const { path, name } = core.tokens.resolve(token)
  const folder = join(workspace.folders.renditions, 'logos')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = `${await hashFile(path)}.webp`
  try {
    await core.media.probe({ path, fileName: name })
    await core.media.thumbnail({ path, outPath: join(folder, file), size: logoSize, format: 'webp' })
  } catch (error) {
    if (isAppError(error)) throw new AppError('unsupported.logo', { reason: error.code }, { cause: error })
    throw error
  }
  return file
}
