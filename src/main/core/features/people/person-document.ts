import { createFormats, createTranslator } from '../../../../shared/i18n'
import type { PersonData } from './person-data.queries'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c1917}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
article{border-left:3px solid #d6d3d1;padding:.1rem 0 .1rem .9rem;margin:.8rem 0;white-space:pre-wrap;overflow-wrap:anywhere}article.out{border-color:#15803d}small{color:#57534e;display:block}dt{color:#57534e}dd{margin:0 0 .5rem}`

/**
 * A page that can be read without the app. It holds what strangers wrote as text only: no script, no picture, no link runs in it.
 * @param client whose workspace it is from
 */
export function personDocument(data: PersonData, client: { name: string; zone: string; language: string }, now: string): string {
  const t = createTranslator('en')
  const { dateTime, date } = createFormats(client.language, client.zone)
  const { card } = data
  const facts: [string, string][] = [
    [t('people.document.handles'), card.handles.map(({ network, shown }) => `${shown} (${network})`).join(', ')], [t('people.document.labels'), card.labels.join(', ')],
    [t('people.document.consent'), [card.consent, card.consentOn === null ? '' : date(card.consentOn)].filter(Boolean).join(' · ')], [t('people.document.notes'), card.notes],
    [t('people.document.next'), [card.nextStep, card.nextOn === null ? '' : date(card.nextOn)].filter(Boolean).join(' · ')], [t('people.document.former'), data.formerCards.map(({ name }) => name).join(', ')],
    [t('people.document.book'), data.handleBook.map(({ name, handle, network, note }) => [name, handle, network, note].filter(Boolean).join(' · ')).join('; ')]
  ]
  const section = (title: string, items: readonly string[]): string => (items.length === 0 ? '' : `<h2>${safe(title)}</h2>${items.join('')}`)
  const article = (about: string, text: string, kind = ''): string => `<article class="${kind}"><small>${safe(about)}</small>${safe(text)}</article>`
  const said = data.messages.map(({ direction, author, network, channel, sentAt, text, link, pictures, attachments }) =>
    article([dateTime(sentAt), network, channel, direction === 'in' ? author : t('people.document.answer', { name: client.name }), link, ...pictures, ...attachments].filter(Boolean).join(' · '), text, direction)
  )
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${safe(t('people.document.title', { name: card.name }))}</title><style>${STYLE}</style></head><body>`,
    `<h1>${safe(t('people.document.title', { name: card.name }))}</h1><p>${safe(t('people.document.about', { client: client.name, at: dateTime(now) }))}</p>`,
    `<dl>${facts.flatMap(([name, value]) => (value === '' ? [] : [`<dt>${safe(name)}</dt><dd>${safe(value)}</dd>`])).join('')}</dl>`,
    section(t('people.document.messages', { n: data.messages.length }), said),
    section(t('people.document.noteList'), data.notes.map(({ author, createdAt, text }) => article([dateTime(createdAt), author].filter(Boolean).join(' · '), text))),
    section(t('people.document.drafts'), data.drafts.map(({ updatedAt, text }) => article(dateTime(updatedAt), text))),
    section(t('people.document.evidence'), [
      ...data.evidence.map(({ seenAt, action, author, reason, text }) => article([dateTime(seenAt), action, author, reason].filter(Boolean).join(' · '), text)),
      ...data.incidentEntries.map(({ at, text }) => article(dateTime(at), text))
    ]),
    section(t('people.document.outreach'), card.outreach.map(({ doneOn, kind, text, link }) => article([date(doneOn), kind, link].filter(Boolean).join(' · '), text))),
    '</body></html>\n'
  ].join('\n')
}
