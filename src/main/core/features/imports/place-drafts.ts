import type { ScheduleItem, ScheduleOptions, ScheduleQuestion } from '../../../../shared/features/imports/imports.contract'
import type { RowProblem, ScheduleDraft } from '../../../../shared/features/imports/schedule-draft'
import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import { fileKey, type NamedChannel } from './import-names.queries'

/** What the names of a file can mean at this client. */
export interface Surroundings {
  channels: readonly NamedChannel[]
  pillars: ReadonlyMap<string, string>
  campaigns: ReadonlyMap<string, string>
  assets: ReadonlyMap<string, { id: string; several: boolean }>
}

export interface PlacedDraft {
  draft: ScheduleDraft
  channelIds: string[]
  pillarId: string | null
  campaignId: string | null
  media: ScheduleItem['media']
  problems: RowProblem[]
}

const folded = (text: string): string => text.trim().replace(/^@/, '').toLowerCase()

/** Places what drafts name: channels, pillars, campaigns, media. Gathers what must be asked while it goes. */
export class DraftPlacer {
  private readonly answers: ReadonlyMap<string, string | null>
  private readonly asked = new Map<string, Extract<ScheduleQuestion, { kind: 'channel' }>>()
  private unplaced = 0

  constructor(
    private readonly around: Surroundings,
    private readonly options: ScheduleOptions
  ) {
    this.answers = new Map(options.channels.map(({ name, channelId }) => [folded(name), channelId]))
  }

  questions(): ScheduleQuestion[] {
    const open: ScheduleQuestion[] = this.unplaced > 0 && this.around.channels.length > 0 ? [{ kind: 'default-channels', rows: this.unplaced }] : []
    return [...this.asked.values(), ...open]
  }

  place(draft: ScheduleDraft): PlacedDraft {
    const problems: RowProblem[] = []
    const note = (column: string, code: RowProblem['code'], value: string): void => void problems.push({ line: draft.line, column, code, severity: 'note', value })
    const named = [
      ...draft.networks.flatMap((network) => this.channelFor(network, network, note)),
      ...draft.channelNames.flatMap((name) => this.channelFor(name, null, note))
    ]
    const namesNone = draft.networks.length === 0 && draft.channelNames.length === 0
    if (namesNone) this.unplaced += 1
    return {
      draft,
      channelIds: [...new Set(namesNone ? this.options.defaultChannelIds.filter((id) => this.around.channels.some((channel) => channel.id === id)) : named)],
      pillarId: this.named(this.around.pillars, draft.pillar, 'pillar-unknown', note),
      campaignId: this.named(this.around.campaigns, draft.campaign, 'campaign-unknown', note),
      media: draft.media.map(({ name }) => ({ name, assetId: this.assetFor(name, note) })),
      problems
    }
  }

  private channelFor(name: string, network: NetworkId | null, note: (column: string, code: RowProblem['code'], value: string) => void): string[] {
    const candidates = this.candidates(name, network)
    const answer = this.answers.get(folded(name))
    const sure = candidates.length === 1 && (network !== null || folded(candidates[0]?.name ?? '') === folded(name) || folded(candidates[0]?.handle ?? '') === folded(name))
    // Where there is nothing to choose from, a note on the row says so.
    if (!sure && candidates.length > 0) this.ask(name, network, candidates, answer)
    if (answer !== undefined) return answer === null ? [] : [answer]
    if (sure) return candidates.map(({ id }) => id)
    note('', candidates.length === 0 ? 'channel-missing' : 'channel-choice', name)
    return []
  }

  private candidates(name: string, network: NetworkId | null): NamedChannel[] {
    const { channels } = this.around
    if (network) return channels.filter((channel) => channel.network === network)
    const exact = channels.filter((channel) => folded(channel.name) === folded(name) || (channel.handle !== '' && folded(channel.handle) === folded(name)))
    return exact.length > 0 ? exact : [...channels]
  }

  private ask(name: string, network: NetworkId | null, candidates: readonly NamedChannel[], chosen: string | null | undefined): void {
    const known = this.asked.get(folded(name))
    if (known) known.rows += 1
    else this.asked.set(folded(name), { kind: 'channel', name, network, channelIds: candidates.map(({ id }) => id), rows: 1, ...(chosen !== undefined && { chosen }) })
  }

  private named(known: ReadonlyMap<string, string>, name: string, code: RowProblem['code'], note: (column: string, code: RowProblem['code'], value: string) => void): string | null {
    if (name === '') return null
    const id = known.get(name.trim().toLowerCase()) ?? null
    if (id === null) note('', code, name.slice(0, 80))
    return id
  }

  private assetFor(name: string, note: (column: string, code: RowProblem['code'], value: string) => void): string | null {
    const remote = /^https?:\/\//i.test(name)
    const path = remote ? name.split(/[?#]/, 1)[0] ?? '' : name
    const fileName = path.split(/[\\/]/).at(-1) ?? path
    const found = this.around.assets.get(fileKey(fileName)) ?? this.around.assets.get(fileKey(decoded(fileName)))
    if (!found) note('', remote ? 'media-remote' : 'media-missing', name.slice(0, 200))
    else if (found.several) note('', 'media-several', fileName.slice(0, 200))
    return found?.id ?? null
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
