import { entrySentence } from '../../../../shared/features/incidents/entry-sentence'
import { type IncidentEntry, reviewQuestions } from '../../../../shared/features/incidents/incidents.schema'
import { crisisTexts } from '../../../../shared/features/incidents/texts/crisis-texts'
import type { ReportLanguage } from '../../../../shared/features/reports/reports.schema'
import { createFormats, createTranslator, type MessageKey } from '../../../../shared/i18n'
import { createIncidentLogTranslator, type IncidentLogTranslator } from '../../../../shared/i18n/incident-logs'
import { reportLocale } from '../../../../shared/reports/report-words'
import type { Reader } from '../../context'
import type { ClientProfile } from '../../workspaces/workspaces.types'
import type { EvidenceRow } from '../inbox'
import { getWorkspaceSetting } from '../workspace-settings'
import { channelsOf, listWaiting, toFrozenRow } from './freeze.service'
import { listFreezes, listFrozenRows } from './freezes.repository'
import { type FreezeRow, type FrozenRow, reviewOf, toEntry } from './incident-rows'
import { getIncidentRow, listEntries } from './incidents.repository'
import { listContacts } from './kit.repository'

/** What the log says, in words ready to be set. Nothing in it is a link: what strangers wrote stays text. */
export interface LogData {
  language: ReportLanguage
  paper: 'a4' | 'us-letter'
  documentTitle: string
  client: string
  name: string
  title: string
  facts: { label: string; value: string }[]
  summary: { title: string; text: string }
  timeline: { title: string; none: string; days: { day: string; entries: { time: string; kind: string; decision: boolean; said: string; text: string; author: string }[] }[] }
  decisions: LogTable
  posts: { title: string; freezes: { name: string; reason: string; table: LogTable }[] }
  evidence: { title: string; none: string; items: { head: string; text: string; link: string; action: string; assetId: string | null; picture: string | null; alt: string; missing: string }[] }
  contacts: LogTable
  review: { title: string; none: string; answers: { question: string; answer: string }[] }
  made: string
  page: string
}

interface LogTable {
  title: string
  none: string
  columns: string[]
  rows: string[][]
}

interface Words {
  say: IncidentLogTranslator
  moment(instant: string): string
  day(instant: string): string
  time(instant: string): string
  network(network: string): string
}

function wordsIn(language: ReportLanguage, zone: string): Words {
  const locale = reportLocale(language, zone)
  const formats = createFormats(locale, zone)
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone })
  const t = createTranslator('en')
  return {
    say: createIncidentLogTranslator(language),
    moment: (instant) => formats.dateTime(instant),
    time: (instant) => formats.time(instant),
    day: (instant) => day.format(new Date(instant)),
    network: (network) => t(`ui.network.${network}` as MessageKey)
  }
}

function timelineOf(entries: readonly IncidentEntry[], words: Words): LogData['timeline'] {
  const days: LogData['timeline']['days'] = []
  for (const entry of entries) {
    const day = words.day(entry.happenedAt)
    if (days.at(-1)?.day !== day) days.push({ day, entries: [] })
    const said = entrySentence(entry, words.say, words.moment) ?? ''
    days.at(-1)?.entries.push({
      time: words.time(entry.happenedAt), kind: words.say(`incidentLog.kind.${entry.kind}`), decision: entry.kind === 'decision', said, text: entry.text, author: entry.author
    })
  }
  return { title: words.say('incidentLog.timeline'), none: words.say('incidentLog.none.timeline'), days }
}

function decisionsOf(entries: readonly IncidentEntry[], { say, moment }: Words): LogTable {
  const rows = entries
    .filter(({ kind }) => kind === 'decision')
    .map((entry) => [moment(entry.happenedAt), [entrySentence(entry, say, moment), entry.text].filter(Boolean).join(' – '), entry.author])
  return { title: say('incidentLog.decisions'), none: say('incidentLog.none.decisions'), columns: [say('incidentLog.column.time'), say('incidentLog.column.what'), say('incidentLog.column.by')], rows }
}

function decisionWords({ decision, moved_to, reason }: FrozenRow, ended: boolean, { say, moment }: Words): string {
  const to = moved_to === null ? '' : moment(moved_to)
  if (decision === 'waiting') return say(ended ? 'incidentLog.decision.gone' : 'incidentLog.decision.waiting')
  if (decision === 'released' && to !== '') return say('incidentLog.decision.now', { to })
  return say(`incidentLog.decision.${decision}`, { to, reason })
}

function postsTable(rows: readonly FrozenRow[], freeze: FreezeRow, words: Words): LogTable {
  const { say, moment } = words
  return {
    title: '',
    none: say('incidentLog.freeze.empty'),
    columns: [say('incidentLog.column.post'), say('incidentLog.column.channel'), say('incidentLog.column.planned'), say('incidentLog.column.decision'), say('incidentLog.column.by')],
    rows: rows.map((row) => [
      row.title, [...new Set([words.network(row.network), row.channel_name])].join(' · '), row.planned_at === null ? '–' : moment(row.planned_at), decisionWords(row, freeze.ended_at !== null, words), row.decided_by
    ])
  }
}

async function freezesOf(db: Reader, incidentId: string, words: Words): Promise<LogData['posts']> {
  const names = new Map(((await db('channel').select('id', 'name')) as { id: string; name: string }[]).map(({ id, name }) => [id, name]))
  const freezes: LogData['posts']['freezes'] = []
  for (const freeze of await listFreezes(db, incidentId)) {
    const channels = channelsOf(freeze).map((id) => names.get(id) ?? id).join(', ')
    const what = words.say(channels === '' ? 'incidentLog.freeze.all' : 'incidentLog.freeze.some', { channels, from: words.moment(freeze.started_at) })
    const name = freeze.ended_at === null ? what : words.say('incidentLog.freeze.until', { what, to: words.moment(freeze.ended_at) })
    const noted = await listFrozenRows(db, freeze.id)
    // What was scheduled after the freeze began is noted once it is decided on.
    const since = (await listWaiting(db, freeze)).filter(({ id }) => !noted.some((row) => row.variant_id === id)).map((row) => toFrozenRow({ newId: () => row.id }, freeze.id, row))
    freezes.push({ name, reason: freeze.reason, table: postsTable([...noted, ...since], freeze, words) })
  }
  return { title: words.say('incidentLog.posts'), freezes }
}

async function evidenceOf(db: Reader, incidentId: string, { say, moment }: Words): Promise<LogData['evidence']> {
  const rows = (await db('care_evidence').where({ incident_id: incidentId }).orderBy(['seen_at', 'created_at', 'id'])) as EvidenceRow[]
  const items = rows.map((row, index) => {
    const values = { n: index + 1, author: row.author || say('incidentLog.evidence.unnamed'), at: moment(row.seen_at) }
    const action = row.action === 'kept' && row.reason === '' ? '' : [say(`incidentLog.evidence.action.${row.action}`, { reason: row.reason }), row.action === 'kept' || row.action === 'deleted' ? row.reason : ''].filter(Boolean).join(': ')
    return {
      head: say('incidentLog.evidence.of', values), text: row.text, link: row.link, action, assetId: row.asset_id, picture: null,
      alt: say('incidentLog.evidence.picture', values), missing: row.asset_id === null ? '' : say('incidentLog.evidence.missing')
    }
  })
  return { title: say('incidentLog.evidence'), none: say('incidentLog.none.evidence'), items }
}

async function contactsOf(db: Reader, { say }: Words): Promise<LogTable> {
  const rows = (await listContacts(db)).map(({ name, role, phone, email, reachable, maySpeak }) => [
    [name, role].filter(Boolean).join(', '), [phone, email].filter(Boolean).join(', '), reachable, say(maySpeak ? 'incidentLog.yes' : 'incidentLog.no')
  ])
  const columns = (['name', 'phone', 'reachable', 'speaks'] as const).map((column) => say(`incidentLog.column.${column}`))
  return { title: say('incidentLog.contacts'), none: say('incidentLog.none.contacts'), columns, rows }
}

/** Reads an incident and says it in one language. @throws AppError `not-found.incident` */
export async function collectLog(db: Reader, profile: ClientProfile, incidentId: string, language: ReportLanguage, now: string): Promise<LogData> {
  const row = await getIncidentRow(db, incidentId)
  const words = wordsIn(language, profile.zone)
  const { say, moment } = words
  const entries = (await listEntries(db, incidentId)).map(toEntry)
  const levels = (await getWorkspaceSetting(db, 'crisis.levels')) ?? crisisTexts[language].levels
  const review = reviewOf(row.review_json)
  const answers = reviewQuestions.map((name) => ({ question: say(`incidentLog.review.${name}`), answer: review[name].trim() })).filter(({ answer }) => answer !== '')
  const facts = [
    { label: say('incidentLog.level'), value: say('incidentLog.levelOf', { level: row.level }) },
    { label: say('incidentLog.criteria'), value: levels[row.level - 1] ?? '' },
    { label: say('incidentLog.state'), value: say(`incidentLog.state.${row.state}`) },
    { label: say('incidentLog.started'), value: moment(row.started_at) },
    { label: say('incidentLog.ended'), value: row.ended_at === null ? '' : moment(row.ended_at) }
  ].filter(({ value }) => value !== '')
  return {
    language, paper: /^(?:America|US)\//.test(profile.zone) ? 'us-letter' : 'a4', documentTitle: say('incidentLog.document', { client: profile.name, title: row.title }), client: profile.name,
    name: say('incidentLog.name'), title: row.title, facts,
    summary: { title: say('incidentLog.summary'), text: row.summary },
    timeline: timelineOf(entries, words), decisions: decisionsOf(entries, words), posts: await freezesOf(db, incidentId, words), evidence: await evidenceOf(db, incidentId, words),
    contacts: await contactsOf(db, words), review: { title: say('incidentLog.review'), none: say('incidentLog.none.review'), answers },
    made: say('incidentLog.made', { date: moment(now), zone: profile.zone }), page: say('incidentLog.page', { page: '{page}', pages: '{pages}' })
  }
}
