import type { LogData } from './log-data'

const heading = (title: string): string[] => ['', title, '='.repeat([...title].length)]
const indented = (text: string): string[] => text.split(/\r?\n/).map((line) => `    ${line}`)

function tableText({ title, none, columns, rows }: LogData['contacts']): string[] {
  const lines = rows.map((row) => row.flatMap((cell, index) => (cell === '' ? [] : [index === 0 ? cell : `${columns[index] ?? ''}: ${cell}`])).join(' | '))
  return [...(title === '' ? [] : heading(title)), ...(rows.length === 0 ? [none] : lines)]
}

/** The log as plain text, for a mail or a terminal. */
export function logText(data: LogData): string {
  const { summary, timeline, decisions, posts, evidence, contacts, review } = data
  const entries = timeline.days.flatMap(({ day, entries: all }) => [
    day, ...all.flatMap(({ time, kind, said, text, author }) => [`  ${time}  ${kind}${author === '' ? '' : ` (${author})`}${said === '' ? '' : `: ${said}`}`, ...(text === '' ? [] : indented(text))])
  ])
  const kept = evidence.items.flatMap(({ head, text, link, action }) => [head, ...(text === '' ? [] : indented(text)), ...[link, action].filter(Boolean).map((line) => `    ${line}`)])
  return [
    `${data.client}: ${data.title}`, data.name, ...data.facts.map(({ label, value }) => `${label}: ${value}`),
    ...(summary.text === '' ? [] : [...heading(summary.title), summary.text]),
    ...heading(timeline.title), ...(entries.length === 0 ? [timeline.none] : entries),
    ...tableText(decisions),
    ...(posts.freezes.length === 0 ? [] : [...heading(posts.title), ...posts.freezes.flatMap(({ name, reason, table }) => [name, ...(reason === '' ? [] : indented(reason)), ...tableText(table)])]),
    ...heading(evidence.title), ...(kept.length === 0 ? [evidence.none] : kept),
    ...tableText(contacts),
    ...heading(review.title), ...(review.answers.length === 0 ? [review.none] : review.answers.flatMap(({ question, answer }) => [question, ...indented(answer)])),
    '', data.made, ''
  ].join('\n')
}
