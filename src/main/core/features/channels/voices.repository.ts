import { AppError } from '../../../../shared/errors/app-error'
import { type ChannelVoice, tone } from '../../../../shared/features/channels/accounts.schema'
import type { Reader, Tx } from '../../context'

interface VoiceRow {
  id: string
  channel_id: string
  name: string
  tone_json: string
  signature: string
  position: number
}

const toVoice = (row: VoiceRow): ChannelVoice => ({
  id: row.id,
  channelId: row.channel_id,
  name: row.name,
  tone: tone.parse(JSON.parse(row.tone_json)),
  signature: row.signature
})

export async function listVoices(db: Reader | Tx, channelId?: string): Promise<ChannelVoice[]> {
  const rows = (await db('channel_voice')
    .modify((query) => {
      if (channelId) void query.where({ channel_id: channelId })
    })
    .orderBy(['channel_id', 'position'])) as VoiceRow[]
  return rows.map(toVoice)
}

/**
 * Adds a voice, or changes the one of that id, which stays with its channel.
 * @throws AppError `not-found.entry` for an id that the channel has not; `conflict.name-in-use`
 */
export async function saveVoice(tx: Tx, voice: ChannelVoice, exists: boolean): Promise<void> {
  const { id, channelId } = voice
  const taken = await tx('channel_voice').where({ channel_id: channelId, name: voice.name }).whereNot({ id }).first('id')
  if (taken) throw new AppError('conflict.name-in-use', { name: voice.name })
  const row = { name: voice.name, tone_json: JSON.stringify(voice.tone), signature: voice.signature }
  if (exists) {
    const changed = await tx('channel_voice').where({ id, channel_id: channelId }).update(row)
    if (changed === 0) throw new AppError('not-found.entry', { entry: id })
    return
  }
  const { last } = (await tx('channel_voice').where({ channel_id: channelId }).max({ last: 'position' }).first()) as { last: number | null }
  await tx('channel_voice').insert({ id, channel_id: channelId, ...row, position: (last ?? -1) + 1 })
}

/** @throws AppError `not-found.entry` */
export async function removeVoice(tx: Tx, id: string): Promise<void> {
  if ((await tx('channel_voice').where({ id }).delete()) === 0) throw new AppError('not-found.entry', { entry: id })
}
