import { nameInLink } from '../../../../shared/features/channels/link-name'
import type { FigureAccount, FigureReadAnswers } from '../../../../shared/features/figure-imports/figure-draft.schema'
import type { SubjectKind } from '../../../../shared/features/figures/figure-columns'
import type { FoundAccount } from '../../../../shared/features/figures/figure-reader'

export interface KnownChannel {
  id: string
  network: string
  name: string
  handle: string
  link: string
}

/** What is known of whose files are whose. */
export interface Ownership {
  /** Channels that are not archived. */
  channels: readonly KnownChannel[]
  /** Channel by source, as a person answered before. */
  remembered: ReadonlyMap<string, string>
  answers: FigureReadAnswers['channels']
}

/** Figures that belong to no channel of the plan. */
const WITHOUT_CHANNEL: readonly SubjectKind[] = ['ad', 'traffic']

const plain = (text: string): string => text.normalize('NFKC').trim().replace(/^@/, '').toLowerCase()

/**
 * What an account is remembered by: its id or name. Files that name none are told apart by where they stand, since another file
 * without a name may be another account's.
 */
export function sourceOf({ network, key, name }: FoundAccount, place: string): string {
  const named = plain(key) || plain(name)
  return named === '' ? `${network}:?${place}` : `${network}:${named}`
}

/** True for sources that say whose they are, also in the next file. */
export const isLasting = (source: string): boolean => !/^[^:]*:\?/.test(source)

function byName({ key, name }: FoundAccount, channels: readonly KnownChannel[]): KnownChannel | undefined {
  const wanted = [plain(key), plain(name)].filter((text) => text !== '')
  const found = channels.filter((channel) => [channel.handle, channel.name, plain(nameInLink(channel.link))].some((text) => text !== '' && wanted.includes(plain(text))))
  return found.length === 1 ? found[0] : undefined
}

function channelOf(account: FoundAccount, source: string, { channels, remembered, answers }: Ownership): Pick<FigureAccount, 'channelId' | 'origin'> {
  const answered = answers.find((answer) => answer.source === source)
  if (answered) return { channelId: answered.channelId, origin: 'answered' }
  const ofNetwork = channels.filter(({ network }) => network === account.network)
  const before = remembered.get(source)
  if (before !== undefined && ofNetwork.some(({ id }) => id === before)) return { channelId: before, origin: 'remembered' }
  const named = byName(account, ofNetwork)
  if (named) return { channelId: named.id, origin: 'name' }
  const [only, ...others] = ofNetwork
  if (!only) return { channelId: null, origin: 'none' }
  return others.length === 0 ? { channelId: only.id, origin: 'only' } : { channelId: null, origin: 'asked' }
}

/** Which channel each account of a table is, as far as it can be told. `place` names the table. */
export function findChannels(accounts: readonly FoundAccount[], subject: SubjectKind | null, place: string, ownership: Ownership): FigureAccount[] {
  return accounts.map((account) => {
    const source = sourceOf(account, place)
    const found = subject === null || WITHOUT_CHANNEL.includes(subject) ? { channelId: null, origin: 'none' as const } : channelOf(account, source, ownership)
    return { ...account, source, ...found }
  })
}

/**
 * What a subject is known by. Without a channel, the accounts of a network are told apart by their names, lest one's days
 * overwrite another's; posts and ads have ids of their own.
 */
export function subjectKey(key: string, kind: SubjectKind, { channelId, key: account, name }: FigureAccount): string {
  const named = plain(account) || plain(name)
  return channelId === null && named !== '' && (kind === 'account' || kind === 'audience' || kind === 'competitor') ? `${key}@${named}` : key
}
