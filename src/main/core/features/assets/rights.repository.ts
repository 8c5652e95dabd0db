import type { RightsChange } from '../../../../shared/features/assets/asset-parts.schema'
import { type AssetRights, NO_RIGHTS } from '../../../../shared/features/assets/rights'
import type { Reader, Tx } from '../../context'
import { updateRows } from '../../db/update-rows'
import { chunks } from './assets.repository'

interface RightsRow {
  id: string
  asset_id: string
  license: string
  credit: string
  credit_required: number
  source: string
  ends_on: string | null
  people: string
  consent_on: string | null
  used_anyway: string
}

const columns = ['license', 'credit', 'credit_required', 'source', 'ends_on', 'people', 'consent_on', 'used_anyway'] as const
type Stored = Pick<RightsRow, (typeof columns)[number]>

const toRights = (row: RightsRow): AssetRights => ({
  license: row.license,
  credit: row.credit,
  creditRequired: row.credit_required === 1,
  source: row.source,
  endsOn: row.ends_on,
  people: row.people,
  consentOn: row.consent_on,
  usedAnyway: row.used_anyway
})

const toStored = (rights: AssetRights): Stored => ({
  license: rights.license,
  credit: rights.credit,
  credit_required: rights.creditRequired ? 1 : 0,
  source: rights.source,
  ends_on: rights.endsOn,
  people: rights.people,
  consent_on: rights.consentOn,
  used_anyway: rights.usedAnyway
})

async function listRows(db: Reader | Tx, assetIds: readonly string[]): Promise<RightsRow[]> {
  const rows: RightsRow[] = []
  for (const ids of chunks([...new Set(assetIds)])) rows.push(...((await db('asset_rights').whereIn('asset_id', ids)) as RightsRow[]))
  return rows
}

/** What was noted of the rights of assets, by asset; those of which nothing was noted are not there. */
export async function listRights(db: Reader | Tx, assetIds: readonly string[]): Promise<Map<string, AssetRights>> {
  return new Map((await listRows(db, assetIds)).map((row) => [row.asset_id, toRights(row)]))
}

/** A reason was given for the rights as they were: others need another one. */
function changed(before: AssetRights, change: RightsChange): AssetRights {
  const after = { ...before, ...change }
  const others = after.endsOn !== before.endsOn || after.people !== before.people || after.consentOn !== before.consentOn
  return others && change.usedAnyway === undefined ? { ...after, usedAnyway: '' } : after
}

const same = (one: AssetRights, other: AssetRights): boolean => JSON.stringify(toStored(one)) === JSON.stringify(toStored(other))

/** Writes what differs only. @returns how many assets have other rights now */
export async function putRights(tx: Tx, assetIds: readonly string[], change: RightsChange, newId: () => string): Promise<number> {
  const known = new Map((await listRows(tx, assetIds)).map((row) => [row.asset_id, row]))
  const added: ({ id: string; asset_id: string } & Stored)[] = []
  const updated: ({ id: string } & Stored)[] = []
  for (const assetId of new Set(assetIds)) {
    const row = known.get(assetId)
    const before = row ? toRights(row) : NO_RIGHTS
    const after = changed(before, change)
    if (same(before, after)) continue
    if (row) updated.push({ id: row.id, ...toStored(after) })
    else added.push({ id: newId(), asset_id: assetId, ...toStored(after) })
  }
  for (const rows of chunks(added, 400)) await tx('asset_rights').insert(rows)
  for (const rows of chunks(updated)) await updateRows(tx, 'asset_rights', columns, rows)
  return added.length + updated.length
}
