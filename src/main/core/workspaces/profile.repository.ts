import { AppError } from '../../../shared/errors/app-error'
import type { Reader, Tx } from '../context'
import type { ClientProfile } from './workspaces.types'

/** The columns of a profile, in a workspace and in the list's copy. */
export interface ProfileRow {
  id: string
  name: string
  color: string
  zone: string
  languages_json: string
  week_start: ClientProfile['weekStart']
  logo_file: string | null
  archived_at: string | null
  created_at: string
}

export function toProfile(row: ProfileRow): ClientProfile {
  return {
    id: row.id,
    name: row.name,
    color: row.color,
    zone: row.zone,
    languages: JSON.parse(row.languages_json) as string[],
    weekStart: row.week_start,
    logoFile: row.logo_file,
    archivedAt: row.archived_at,
    createdAt: row.created_at
  }
}

export function toProfileColumns(profile: Partial<ClientProfile>): Partial<ProfileRow> {
  const { languages, weekStart, logoFile, archivedAt, createdAt, ...same } = profile
  return {
    ...same,
    ...(languages && { languages_json: JSON.stringify(languages) }),
    ...(weekStart && { week_start: weekStart }),
    ...(logoFile !== undefined && { logo_file: logoFile }),
    ...(archivedAt !== undefined && { archived_at: archivedAt }),
    ...(createdAt && { created_at: createdAt })
  }
}

/** @throws AppError `corrupt.workspace` when the file holds no profile */
export async function getProfile(db: Reader | Tx): Promise<ClientProfile> {
  const row = (await db('client_profile').first()) as ProfileRow | undefined
  if (!row) throw new AppError('corrupt.workspace', { path: 'workspace.sqlite', detail: 'no-profile' })
  return toProfile(row)
}

export async function insertProfile(tx: Tx, profile: ClientProfile): Promise<void> {
  await tx('client_profile').insert(toProfileColumns(profile))
}

export async function updateProfile(tx: Tx, change: Partial<ClientProfile>): Promise<void> {
  const columns = toProfileColumns(change)
  if (Object.keys(columns).length > 0) await tx('client_profile').update(columns)
}
