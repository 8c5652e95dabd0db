import type { NetworkId } from '../../channels/catalog.schema'
import type { PlannedTime, PostFormat, VariantState } from '../posts/posts.schema'

/** One variant as it goes out, or a post that has a time and no channel yet; what the files are written from. */
export interface PlanRow {
  postId: string
  variantId: string | null
  channelId: string | null
  channel: string
  network: NetworkId | null
  format: PostFormat | null
  state: VariantState
  /** An incident holds it back. */
  frozen: boolean
  planned: PlannedTime
  title: string
  text: string
  link: string
  firstComment: string
  labels: string[]
  pillar: { name: string; color: string } | null
  campaign: string
  owner: string
  notes: string
  permalink: string
  media: { assetId: string; sha256: string; imageFormat: string; fileName: string; altText: string }[]
}

/** Variants of one post that say the same at the same time, as one line. */
export interface PlanLine extends Omit<PlanRow, 'variantId' | 'channelId' | 'channel' | 'network'> {
  channels: { name: string; network: NetworkId }[]
}

const said = (row: PlanRow): string =>
  JSON.stringify([
    row.postId, row.planned.instant, row.format, row.state, row.frozen, row.text, row.link, row.firstComment, row.permalink, row.media.map(({ assetId, altText }) => [assetId, altText])
  ])

/** In the order of the rows. */
export function toLines(rows: readonly PlanRow[]): PlanLine[] {
  const lines = new Map<string, PlanLine>()
  for (const row of rows) {
    const { variantId, channelId, channel, network, ...rest } = row
    const key = said(row)
    const line = lines.get(key) ?? { ...rest, channels: [] }
    if (network !== null) line.channels.push({ name: channel, network })
    lines.set(key, line)
  }
  return [...lines.values()]
}
