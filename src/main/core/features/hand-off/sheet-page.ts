import { createHash } from 'node:crypto'
import { fieldName, problemText } from '../../../../shared/features/hand-off/outgoing-labels'
import { gateUrl } from '../../../../shared/url-gate'
import type { Translator } from '../../../../shared/i18n'
import type { PackProblem } from '../../../../shared/features/hand-off/hand-off.contract'
import type { PackEntry } from './pack-item'
import { sheetScript, sheetStyle } from './sheet-assets'

export interface SheetPicture {
  /** Relative to the sheet, parted by `/`. */
  path: string
  altText: string
  /** A small JPEG in base64; null where it could not be made. */
  small: string | null
}

export interface SheetPost {
  entry: PackEntry
  pictures: SheetPicture[]
  problems: PackProblem[]
}

export interface SheetFacts {
  client: string
  name: string
  madeAt: string
  version: string
  locale: string
  posts: SheetPost[]
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\r': '&#13;' }

/** Text as text, in content and in quoted attributes alike. A page cannot hold a NUL. */
const escaped = (text: string): string => text.replaceAll('\0', '').replaceAll(/[&<>"'\r]/g, (sign) => named[sign] ?? sign)

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const address = (path: string): string => path.split('/').map(encodeURIComponent).join('/')
const words = (t: Translator, key: string): string => t(key as Parameters<Translator>[0])

/** A day of the calendar in words; noon, so that no zone makes another day of it. */
function dayInWords(date: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
  return format.format(new Date(`${date}T12:00:00Z`))
}

function timeInWords({ planned }: PackEntry, t: Translator): string {
  return planned ? `${planned.time} ${planned.zone}` : t('handOff.sheet.unplanned')
}

function pictureHtml({ path, altText, small }: SheetPicture): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const image = small === null ? '' : `<img src="data:image/jpeg;base64,${small}" alt="${escaped(altText)}">`
  return `<li><a href="${escaped(address(path))}" target="_blank" rel="noopener noreferrer">${image}${escaped(name)}</a></li>`
}

function fieldHtml(field: PackEntry['fields'][number], id: string, t: Translator): string {
  const name = escaped(fieldName(field, t))
  // The parser drops the first line break of a `pre`: it gets one of its own to drop.
  return `<div class="field"><div><span class="name">${name}</span><button type="button" data-of="${id}" data-name="${name}" aria-label="${escaped(t('handOff.sheet.copyName', { name: fieldName(field, t) }))}">${escaped(t('handOff.sheet.copy'))}</button></div><pre id="${id}" dir="auto">\n${escaped(field.value)}</pre></div>`
}

function composeHtml({ network, composeUrl }: PackEntry, t: Translator): string {
  const url = composeUrl && gateUrl(composeUrl)
  const name = words(t, `ui.network.${network}`)
  return url ? `<a href="${escaped(url)}" target="_blank" rel="noopener noreferrer">${escaped(t('handOff.open', { network: name }))}</a>` : ''
}

function postHtml({ entry, pictures, problems }: SheetPost, index: number, t: Translator): string {
  const id = `post-${index + 1}`
  const channel = [words(t, `ui.network.${entry.network}`), words(t, `handOff.format.${entry.format}`), ...new Set([entry.channelName, entry.handle])]
  const list = problems.map((one) => `<li>${escaped(problemText(one, t))}</li>`).join('')
  const credits = entry.credits.length === 0 ? '' : `<p class="soft" dir="auto">${escaped(t('handOff.sheet.credits', { credits: entry.credits.join(' · ') }))}</p>`
  return `<article id="${id}"><header><div><h3 dir="auto">${escaped(entry.title)}</h3><div class="where soft"><span class="time">${escaped(timeInWords(entry, t))}</span><span>${escaped(channel.filter(Boolean).join(' · '))}</span>${composeHtml(entry, t)}</div></div><label><input type="checkbox" data-post="${id}"> ${escaped(t('handOff.sheet.posted'))}</label></header>${
    list && `<ul class="problems">${list}</ul>`
  }${pictures.length > 0 ? `<ul class="pictures">${pictures.map(pictureHtml).join('')}</ul>` : ''}${credits}${entry.fields.map((field, at) => fieldHtml(field, `${id}-${at}`, t)).join('')}</article>`
}

function contentsHtml(posts: readonly SheetPost[], t: Translator): string {
  const rows = posts.map(({ entry }, index) => {
    const when = entry.planned ? `${entry.planned.date} ${entry.planned.time}` : t('handOff.sheet.unplanned')
    const what = [words(t, `ui.network.${entry.network}`), entry.title].filter(Boolean).join(' · ')
    return `<li><a href="#post-${index + 1}"><span class="when soft">${escaped(when)}</span><span class="what" dir="auto">${escaped(what)}</span></a></li>`
  })
  return `<nav aria-label="${escaped(t('handOff.sheet.contents'))}"><ol>${rows.join('')}</ol></nav>`
}

/** Posts under a heading for each day. */
function daysHtml({ posts, locale }: SheetFacts, t: Translator): string {
  return posts
    .map((post, index) => {
      const day = post.entry.planned?.date
      const heading = index === 0 || day !== posts[index - 1]?.entry.planned?.date
      const title = day ? dayInWords(day, locale) : t('handOff.sheet.unplanned')
      return `${heading ? `<h2>${escaped(title)}</h2>` : ''}${postHtml(post, index, t)}`
    })
    .join('\n')
}

/**
 * The sheet of a pack as one page that needs nothing else. All texts of the client are text in it: escaped, and under a policy
 * that runs the page's own script alone and loads nothing.
 */
export function sheetPage(facts: SheetFacts, t: Translator): string {
  const { client, name, posts } = facts
  const policy = `default-src 'none'; img-src data:; style-src ${hashOf(sheetStyle)}; script-src ${hashOf(sheetScript)}; base-uri 'none'; form-action 'none'`
  const title = `${client} · ${name}`
  const body = { copy: t('handOff.sheet.copy'), copied: t('handOff.sheet.copied'), again: t('handOff.sheet.again'), failed: t('handOff.sheet.failed') }
  const data = Object.entries(body).map(([key, text]) => ` data-${key}="${escaped(text)}"`).join('')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${sheetStyle}</style>
</head>
<body${data}>
<main>
<h1 dir="auto">${escaped(title)}</h1>
<p class="soft">${escaped(t('handOff.sheet.summary', { n: posts.length }))} ${escaped(t('handOff.sheet.madeWith', { date: facts.madeAt.slice(0, 10), version: facts.version }))}</p>
<p id="said" class="soft" role="status"></p>
${posts.length > 1 ? contentsHtml(posts, t) : ''}
${daysHtml(facts, t)}
</main>
<script>${sheetScript}</script>
</body>
</html>
`
}
