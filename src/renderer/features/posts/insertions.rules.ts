import { findNetwork } from '@shared/channels/catalog'
import type { NetworkId } from '@shared/channels/catalog.schema'
import { mentionText } from '@shared/features/channels/handles'
import { findEntities } from '@shared/text'
import type { HandlePerson } from '@shared/features/texts/texts.contract'

const fold = (tag: string): string => tag.replace(/^#/, '').toLowerCase()

/** The tags of a set that are not in the text yet, as many as the network has room for. */
export function fittingTags(tags: readonly string[], text: string, limit: number | null, network: NetworkId = 'facebook'): string[] {
  const there = new Set(findEntities(network, text).hashtags.map((entity) => fold(entity.text)))
  const fresh = tags.filter((tag) => !there.has(fold(tag)))
  return limit === null ? fresh : fresh.slice(0, Math.max(0, limit - there.size))
}

export const hashtagLimit = (network: NetworkId | undefined): number | null => (network === undefined ? null : (findNetwork(network)?.text.maxHashtags ?? null))

export interface Mention {
  id: string
  name: string
  network: NetworkId
  text: string
}

/** How each person is written on the networks, those without a name there left out where one is needed. */
export function mentionsOf(people: readonly HandlePerson[], networks: readonly NetworkId[]): Mention[] {
  return people.flatMap((person) =>
    networks.flatMap((network) => {
      const handle = person.handles.find((entry) => entry.network === network)?.handle
      return handle === undefined ? [] : [{ id: `${person.id}:${network}`, name: person.name, network, text: mentionText(network, handle, person.name) }]
    })
  )
}

/** A post's name for people and statistics: its title, or how its text begins. */
export function shortName(post: { title: string; text: string }, longest = 60): string {
  const title = post.title.trim()
  if (title !== '') return title
  const line = post.text.trim().split('\n', 1)[0] ?? ''
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/, '')}…`
}
