import { fillVariables } from '../../../../shared/features/texts/variables'
import type { Reader } from '../../context'
import { chunks } from '../assets'

interface Row {
  id: string
  name: string
  handle: string
  link: string
  signature: string
  voice_signature: string | null
}

/** How channels, or the voices that posts speak in on them, sign: by variant, with variables filled in. Those that do not sign are left out. */
export async function listSignatures(db: Reader, variantIds: readonly string[]): Promise<Map<string, string>> {
  const rows: Row[] = []
  for (const ids of chunks([...new Set(variantIds)])) {
    const found = (await db('variant')
      .join('channel', 'channel.id', 'variant.channel_id')
      .leftJoin('channel_voice', 'channel_voice.id', 'variant.voice_id')
      .whereIn('variant.id', ids)
      .select('variant.id', 'channel.name', 'channel.handle', 'channel.link', 'channel.signature', 'channel_voice.signature as voice_signature')) as Row[]
    rows.push(...found.filter(({ signature, voice_signature }) => (voice_signature || signature) !== ''))
  }
  if (rows.length === 0) return new Map()
  const { name: clientName } = (await db('client_profile').first('name')) as { name: string }
  const variables = (await db('client_variable').select('name', 'value')) as { name: string; value: string }[]
  return new Map(
    rows.map(({ id, name, handle, link, signature, voice_signature }) => [
      id, fillVariables(voice_signature || signature, { client: { name: clientName }, channel: { name, handle, link }, variables }).text
    ])
  )
}
