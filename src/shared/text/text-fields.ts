import { channelCatalog } from '../channels/catalog'
import type { Network, NetworkId } from '../channels/catalog.schema'
import { isCountingRule, type CountingRule } from './counting-rules'

/** What a network takes in one field, and who says so. */
export interface TextField {
  network: NetworkId
  /** `post` for the text of a post itself; else as in the catalog: `title`, `photo.description`, `ad.headline`… */
  field: string
  rule: CountingRule
  /** Null where no limit is published. */
  max: number | null
  maxBytes: number | null
  /** Advice rather than a limit: the network cuts or says nothing. */
  soft: boolean
  /** From here on it is cut in most places, while it is still taken. */
  adviseMax: number | null
  /** Characters that the network refuses. */
  forbidden: readonly string[]
  source: string
  sourceDate: string
  confidence: 'high' | 'medium' | 'low'
}

export const POST_FIELD = 'post'
export const ALT_FIELD = 'alt'

const SAME_EVERYWHERE: Readonly<Record<string, string>> = {
  text: POST_FIELD,
  caption: POST_FIELD,
  body: POST_FIELD,
  message: POST_FIELD,
  'alt-text': ALT_FIELD,
  alttext: ALT_FIELD,
  cw: 'contentwarning',
  'content-warning': 'contentwarning',
  firstcomment: 'comment',
  'first-comment': 'comment',
  tags: 'tags.total',
  article: 'article.body'
}

/** Short names that mean something of their own on a network. */
const SAME_HERE: Readonly<Partial<Record<NetworkId, Readonly<Record<string, string>>>>> = {
  tiktok: { title: 'photo.title', description: 'photo.description', caption: 'video.caption' },
  whatsapp: { caption: 'message.caption', message: 'message.text', status: 'status.text' },
  snapchat: { description: 'spotlight.description' },
  facebook: { description: POST_FIELD },
  bluesky: { text: POST_FIELD },
  x: { article: 'article' }
}

const numberOr = (value: unknown, other: number | null): number | null => (typeof value === 'number' ? value : other)
const stringsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

function ruleNamed(name: string): CountingRule {
  return isCountingRule(name) ? name : 'utf16'
}

function mainField({ id, text }: Network): TextField {
  return {
    network: id,
    field: POST_FIELD,
    rule: ruleNamed(text.countingRule),
    max: text.maxChars,
    maxBytes: text.countingRule === 'bytes' ? null : numberOr(text.maxBytes, null),
    soft: text.maxCharsStatus === 'soft',
    adviseMax: numberOr(text.maxCharsConservative, null),
    forbidden: stringsIn(text.forbidden),
    source: text.source,
    sourceDate: text.sourceDate,
    confidence: text.confidence
  }
}

/** The unit of alternative texts is published nowhere; UTF-16 is never lower than the others, graphemes where posts are. */
function altField(network: Network): TextField[] {
  if (network.altTextMax === null) return []
  const main = mainField(network)
  const rule = main.rule === 'graphemes' || main.rule === 'mastodon' ? 'graphemes' : 'utf16'
  return [{ ...main, field: ALT_FIELD, rule, max: network.altTextMax, maxBytes: null, soft: false, adviseMax: null, forbidden: [] }]
}

function pollField({ id, text }: Network): TextField[] {
  const max = numberOr(text.pollOptionChars, null)
  return max === null || id === 'mastodon' ? [] : [{ ...mainField({ id, text } as Network), field: 'poll.option', max, maxBytes: null }]
}

function listedFields({ id, textFields }: Network): TextField[] {
  return textFields.map((facts) => ({
    network: id,
    field: facts.field,
    rule: ruleNamed(facts.countingRule),
    max: facts.max,
    maxBytes: numberOr(facts.maxBytes, null),
    soft: facts.status === 'soft',
    adviseMax: numberOr(facts.softMax, null),
    forbidden: stringsIn(facts.forbidden),
    source: facts.source,
    sourceDate: facts.sourceDate,
    confidence: facts.confidence
  }))
}

const fieldsByNetwork: ReadonlyMap<NetworkId, TextField[]> = new Map(
  channelCatalog.channels.map((network) => [
    network.id,
    [mainField(network), ...altField(network), ...pollField(network), ...listedFields(network)]
  ])
)

/** Every field of a network, the text of a post first. */
export const textFieldsOf = (network: NetworkId): readonly TextField[] => fieldsByNetwork.get(network) ?? []

/**
 * A field by its name in the catalog or a short one (`caption`, `alt`, `tags`), whatever the case; without a name, the
 * text of a post. Undefined where the network has no such field.
 */
export function findTextField(network: NetworkId, name: string = POST_FIELD): TextField | undefined {
  const fields = textFieldsOf(network)
  const given = name.trim().toLowerCase()
  const named = (wanted: string): TextField | undefined => fields.find(({ field }) => field.toLowerCase() === wanted)
  const here = SAME_HERE[network]?.[given]
  return named(given) ?? (here === undefined ? undefined : named(here)) ?? named(SAME_EVERYWHERE[given] ?? given)
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/gu, '')

/** A network by its id, its name or another name it goes by: `x`, `Twitter`, `gbp`. Undefined where there is none. */
export function findNetworkNamed(name: string): Network | undefined {
  const wanted = plain(name)
  return channelCatalog.channels.find((network) =>
    [network.id, network.name, ...network.aliases, ...(MORE_NAMES[network.id] ?? [])].some((known) => plain(known) === wanted)
  )
}

const MORE_NAMES: Readonly<Partial<Record<NetworkId, readonly string[]>>> = {
  x: ['X'],
  'google-business': ['Google', 'Google Business'],
  whatsapp: ['WhatsApp'],
  linkedin: ['LI'],
  tiktok: ['TT'],
  pinterest: ['Pin']
}
