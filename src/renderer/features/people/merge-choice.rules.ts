import type { AppInputs } from '@shared/contract'
import type { PersonCard } from '@shared/features/people/people.schema'

export const mergeFields = ['name', 'consent', 'nextStep', 'notes'] as const
export type MergeField = (typeof mergeFields)[number]
/** Whose field stays, by place among the people as they are shown; of notes also both. */
export type Whose = number | 'both'
export type Choices = Partial<Record<MergeField, Whose>>

/** What a field of a card says, as one would read it. */
export function fieldText(card: PersonCard, field: MergeField): string {
  if (field === 'consent') return [card.consent, card.consentOn ?? ''].filter(Boolean).join(' · ')
  if (field === 'nextStep') return [card.nextOn ?? '', card.nextStep].filter(Boolean).join(' · ')
  return card[field]
}

/** Fields in which the people say different things: only these are asked about. */
export function differingFields(people: readonly PersonCard[]): MergeField[] {
  return mergeFields.filter((field) => new Set(people.map((card) => fieldText(card, field)).filter((text) => text !== '')).size > 1)
}

/** The one with a card, and of these the one that wrote most. */
export function likelySurvivor(people: readonly PersonCard[]): number {
  const order = people.map((card, index) => ({ index, card: card.personId === null ? 0 : 1, messages: card.counts.messages }))
  return order.sort((a, b) => b.card - a.card || b.messages - a.messages)[0]?.index ?? 0
}

/** What is chosen where nobody chose: the survivor's, and both notes. */
export const choiceOf = (choices: Choices, field: MergeField, survivor: number): Whose => choices[field] ?? (field === 'notes' ? 'both' : survivor)

type Take = NonNullable<AppInputs['people']['merge']['take']>

/** Places as the contract counts them: 0 is the survivor, then the others in their order. */
export function takeOf(people: readonly PersonCard[], choices: Choices, survivor: number): Take {
  const order = [survivor, ...people.keys()].filter((place, index, all) => all.indexOf(place) === index)
  return Object.fromEntries(differingFields(people).map((field) => {
    const whose = choiceOf(choices, field, survivor)
    return [field, whose === 'both' ? 'both' : order.indexOf(whose)]
  }))
}
