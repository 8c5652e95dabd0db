import { toLines, type PlanRow } from './plan-row'

/** Columns of the app's own layout, which `imports` knows by these names. */
export const OWN_HEADER = [
  'Date', 'Time', 'Zone', 'Channels', 'Format', 'Status', 'Title', 'Text', 'Link', 'First comment', 'Media', 'Alt text', 'Labels', 'Pillar',
  'Campaign', 'Owner', 'Notes', 'Permalink', 'Frozen', 'Id'
] as const

/** Says that an incident holds a post back; empty where none does. Never read back: what is frozen follows from the incident. */
const FROZEN = 'frozen'

/** A comma parts channels and labels. */
const listed = (names: readonly string[]): string => names.map((name) => name.replaceAll(',', ' ').trim()).join(', ')

/** A line of text a cell; the same post keeps its id, so that reading the file again changes nothing. */
export function ownTable(rows: readonly PlanRow[]): string[][] {
  const seen = new Map<string, number>()
  return toLines(rows).map((line) => {
    const number = (seen.get(line.postId) ?? 0) + 1
    seen.set(line.postId, number)
    return [
      line.planned.date,
      line.planned.time,
      line.planned.zone,
      listed(line.channels.map(({ name }) => name)),
      line.format ?? '',
      line.state,
      line.title,
      line.text,
      line.link,
      line.firstComment,
      line.media.map(({ fileName }) => fileName).join('\n'),
      line.media.map(({ altText }) => altText.replaceAll(/\s*\n\s*/g, ' ')).join('\n'),
      listed(line.labels),
      line.pillar?.name ?? '',
      line.campaign,
      line.owner,
      line.notes,
      line.permalink,
      line.frozen ? FROZEN : '',
      number === 1 ? line.postId : `${line.postId}/${number}`
    ]
  })
}
