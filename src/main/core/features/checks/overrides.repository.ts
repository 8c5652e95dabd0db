import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import { findLimit } from '../../../../shared/features/checks/overridable-limits'
import type { LimitOverride } from '../../../../shared/features/checks/overrides.contract'
import type { Reader, Tx } from '../../context'

interface OverrideRow {
  id: string
  network: NetworkId
  field: string
  max_value: number
  note: string
  set_at: string
}

function toOverride(row: OverrideRow): LimitOverride {
  const known = findLimit(row.network, row.field)
  const { id, network, field, note } = row
  const original = known ? { max: known.max, source: known.source, sourceDate: known.sourceDate } : null
  return { id, network, field, max: row.max_value, note, setAt: row.set_at, original }
}

export async function listOverrides(db: Reader | Tx): Promise<LimitOverride[]> {
  return ((await db('limit_override').orderBy(['network', 'field'])) as OverrideRow[]).map(toOverride)
}

/** Sets a limit; one of the same network and field is replaced and keeps its id. */
export async function putOverride(tx: Tx, override: Omit<LimitOverride, 'original'>): Promise<LimitOverride> {
  const { network, field, note } = override
  const same = (await tx('limit_override').where({ network, field }).first('id')) as { id: string } | undefined
  const row = { id: same?.id ?? override.id, network, field, max_value: override.max, note, set_at: override.setAt }
  if (same) await tx('limit_override').where({ id: same.id }).update(row)
  else await tx('limit_override').insert(row)
  return toOverride(row)
}

export async function removeOverride(tx: Tx, network: NetworkId, field: string): Promise<void> {
  await tx('limit_override').where({ network, field }).delete()
}
