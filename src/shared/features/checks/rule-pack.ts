import type { ChannelCatalog, NetworkId } from '../../channels/catalog.schema'

/** Facts by which posts are judged, by name. Values are texts, so that they can be kept and compared. */
export type RuleFacts = Readonly<Record<string, string>>

export interface FactChange {
  fact: string
  network: NetworkId
  before: string
  after: string
}

const placementFacts = ['width', 'height', 'maxBytes', 'minItems', 'maxItems', 'aspectMin', 'aspectMax', 'minWidth', 'minHeight', 'minSeconds', 'maxSeconds'] as const

/** Limits of texts and placements; not names, notes and sources, which bind nobody. */
export function ruleFacts(catalog: ChannelCatalog): RuleFacts {
  const facts: Record<string, string> = {}
  const note = (name: string, value: unknown): void => {
    if (value !== null && value !== undefined) facts[name] = String(value)
  }
  for (const { id, text, altTextMax, textFields, placements } of catalog.channels) {
    note(`${id}/text/post/max`, text.maxChars)
    note(`${id}/text/post/counting`, text.countingRule)
    note(`${id}/text/hashtags/max`, text.maxHashtags)
    note(`${id}/text/alt/max`, altTextMax)
    for (const field of textFields) note(`${id}/text/${field.field}/max`, field.max)
    for (const placement of placements) {
      const prefix = `${id}/placement/${placement.id}`
      note(`${prefix}/formats`, placement.formats.join(', '))
      for (const fact of placementFacts) note(`${prefix}/${fact}`, placement[fact])
    }
  }
  return facts
}

/** What two rule packs say differently; empty texts where a fact came or went. */
export function compareFacts(before: RuleFacts, after: RuleFacts): FactChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.flatMap((fact) => {
    const [was = '', is = ''] = [before[fact], after[fact]]
    return was === is ? [] : [{ fact, network: fact.slice(0, fact.indexOf('/')) as NetworkId, before: was, after: is }]
  })
}

/** What a fact is about: the text of a network's posts, or one placement. */
export function subjectOf(fact: string): { kind: 'text' } | { kind: 'placement'; placementId: string } {
  const [, kind, name = ''] = fact.split('/')
  return kind === 'placement' ? { kind, placementId: name } : { kind: 'text' }
}
