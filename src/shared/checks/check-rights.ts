import { type AssetRights, isEnding, namesCredit, rightsProblem } from '../features/assets/rights'
import { OWN_RULE, type CheckedMedia, type Finding, type VariantInput } from './checks.types'

/** All that people read of a post, where a credit may stand. */
const wordsOf = ({ text, parts, firstComment = '', fields = {} }: VariantInput): string[] => [text, ...(parts ?? []), firstComment, ...Object.values(fields)]

type Noted = CheckedMedia & { rights: AssetRights }

const of = ({ assetId }: Noted, finding: Pick<Finding, 'id' | 'severity' | 'data'>): Finding => ({
  ...finding, field: 'media', assetId, fix: { kind: 'edit-rights', assetId }, ...OWN_RULE
})

function useFindings(media: Noted, day: string): Finding[] {
  const { rights } = media
  const problem = rightsProblem(rights, day)
  const reason = rights.usedAnyway.trim()
  if (problem && reason !== '') return [of(media, { id: 'rights.anyway', severity: 'note', data: { reason, day: rights.endsOn ?? '' } })]
  if (problem === 'ended') return [of(media, { id: 'rights.ended', severity: 'error', data: { day: rights.endsOn ?? '' } })]
  if (problem === 'no-consent') return [of(media, { id: 'rights.no-consent', severity: 'error', data: { people: rights.people } })]
  return isEnding(rights, day) ? [of(media, { id: 'rights.ending', severity: 'warning', data: { day: rights.endsOn ?? '' } })] : []
}

/** A line is asked for once, however many pictures carry it. */
function creditFindings(input: VariantInput, noted: readonly Noted[]): Finding[] {
  const texts = wordsOf(input)
  const wanted = noted.filter(({ rights }) => rights.creditRequired && !namesCredit(rights.credit, texts))
  const lines = new Map(wanted.map((media) => [media.rights.credit.trim(), media]))
  return [...lines].map(([credit, { assetId }]) => ({
    id: 'rights.credit-missing', severity: 'warning', field: 'media', assetId, data: { credit }, fix: { kind: 'add-credit', credit }, ...OWN_RULE
  }))
}

/**
 * Whether the pictures and videos may go out on their day: rights that ended, or end within thirty days, consent that is
 * not noted, a credit that is not in the text. What is out already stays unjudged.
 *
 * @param now instant, ISO 8601: stands in for the day of a post that has none
 */
export function checkRights(input: VariantInput, now: string): Finding[] {
  if (input.isOut) return []
  const day = input.plannedDay ?? (input.plannedAt ?? now).slice(0, 10)
  const noted = input.media.flatMap((media): Noted[] => (media.rights ? [{ ...media, rights: media.rights }] : []))
  return [...noted.flatMap((media) => useFindings(media, day)), ...creditFindings(input, noted)]
}
