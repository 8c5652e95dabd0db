import { usualTargets, type Targets } from '../../../../shared/features/care/care-clock'
import type { Reader, Tx } from '../../context'

interface TargetRow {
  id: string
  channel_id: string | null
  first_minutes: number
  resolution_minutes: number
}

export interface ClientTargets {
  /** Undefined: nobody set any. */
  all: Targets | undefined
  own: ReadonlyMap<string, Targets>
}

export async function listTargets(db: Reader | Tx): Promise<ClientTargets> {
  const rows = (await db('care_target').orderBy('id')) as TargetRow[]
  const targetsOf = ({ first_minutes, resolution_minutes }: TargetRow): Targets => ({ firstMinutes: first_minutes, resolutionMinutes: resolution_minutes })
  const all = rows.find(({ channel_id }) => channel_id === null)
  return { all: all && targetsOf(all), own: new Map(rows.flatMap((row) => (row.channel_id === null ? [] : [[row.channel_id, targetsOf(row)] as const]))) }
}

/** The targets of a channel: its own, else those for all. */
export const targetsOf = ({ all, own }: ClientTargets, channelId: string): Targets => own.get(channelId) ?? all ?? usualTargets

const ofChannel = (db: Reader | Tx, channelId: string | null) => (channelId === null ? db('care_target').whereNull('channel_id') : db('care_target').where({ channel_id: channelId }))

export async function putTargets(tx: Tx, channelId: string | null, { firstMinutes, resolutionMinutes }: Targets, newId: () => string): Promise<void> {
  const known = (await ofChannel(tx, channelId).first()) as TargetRow | undefined
  const fields = { first_minutes: firstMinutes, resolution_minutes: resolutionMinutes }
  if (!known) await tx('care_target').insert({ id: newId(), channel_id: channelId, ...fields })
  else if (known.first_minutes !== firstMinutes || known.resolution_minutes !== resolutionMinutes) await tx('care_target').where({ id: known.id }).update(fields)
}

export async function removeTargets(tx: Tx, channelId: string | null): Promise<void> {
  await ofChannel(tx, channelId).delete()
}
