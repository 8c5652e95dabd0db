import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { AppError, isAppError } from '../../../../shared/errors/app-error'
import { categoryOf } from '../../../../shared/errors/codes'
import { agency as agencySchema, type Agency } from '../../../../shared/features/reports/reports.schema'
import type { CoreServices } from '../../context'
import { makeFolder } from '../../files/durable-folders'
import { hashFile } from '../../files/originals'
import { listSettings, putSetting } from '../settings'

const KEY = 'report.agency'
const stored = agencySchema.extend({ logoFile: z.string().regex(/^[\w.-]+$/).nullable() })
export type StoredAgency = z.infer<typeof stored>

const nobody: StoredAgency = { name: '', color: null, contact: '', logoFile: null }
/** Longer edge of the mark in pixels: enough for print at its size on paper. */
const LOGO_SIZE = 512
const ofThePicture = new Set(['unsupported', 'validation', 'corrupt'])

const folderOf = (core: CoreServices): string => join(core.home.root, 'agency')
/** Where the mark lies. */
export const agencyLogoPath = (core: CoreServices, file: string): string => join(folderOf(core), basename(file))

export async function getAgency(core: CoreServices): Promise<StoredAgency> {
  const read = stored.safeParse((await listSettings(core.catalog.reader))[KEY])
  return read.success ? read.data : nobody
}

async function putStored(core: CoreServices, value: StoredAgency): Promise<void> {
  await core.catalog.write((tx) => putSetting(tx, KEY, value))
  core.emit({ type: 'settings.changed', key: KEY })
}

export async function putAgency(core: CoreServices, { name, color, contact }: Agency): Promise<void> {
  await putStored(core, { ...(await getAgency(core)), name, color, contact })
}

/** @throws AppError `not-found.file-token`, `unsupported.logo` */
export async function setAgencyLogo(core: CoreServices, token: string | null): Promise<void> {
  if (token === null) return putStored(core, { ...(await getAgency(core)), logoFile: null })
  const { path, name, temporary } = core.tokens.resolve(token)
  const file = `${await hashFile(path)}.webp`
  try {
    await core.media.probe({ path, fileName: name })
    await makeFolder(folderOf(core))
    await core.media.thumbnail({ path, outPath: agencyLogoPath(core, file), size: LOGO_SIZE, format: 'webp' })
  } catch (error) {
    if (isAppError(error) && ofThePicture.has(categoryOf(error.code))) throw new AppError('unsupported.logo', { reason: error.code }, { cause: error })
    throw error
  }
  if (temporary) await rm(path, { force: true })
  await putStored(core, { ...(await getAgency(core)), logoFile: file })
}

/** As screens show it. */
export async function showAgency(core: CoreServices): Promise<Agency & { logoUrl: string | null }> {
  const { logoFile, ...rest } = await getAgency(core)
  return { ...rest, logoUrl: logoFile ? core.urls.sign({ kind: 'agency-logo', clientId: '', file: logoFile }) : null }
}
