import type { SubjectDraft } from '../figure-draft'
import type { SkipReason } from '../figure-reader'
import { headerKey } from '../../../tables/header-key'
import type { SourceRow } from '../../../tables/source-table'
import { cellOf } from '../tally/row-sorter'
import type { FigureLayout } from './figure-layout'
import { adKey, dimensionName, momentInKey, postKey } from './row-key'
import type { Settled } from './settled'
import { postFormat, readableText } from './texts'

type Found = SubjectDraft | { reason: SkipReason }

/** Only what a person could open in a browser. */
const linkOf = (text: string): string => (/^https?:\/\/\S+$/i.test(text) ? text.slice(0, 2000) : '')

const LINKS: Readonly<Record<string, (key: string) => string>> = {
  x: (key) => `https://x.com/i/web/status/${key}`,
  youtube: (key) => `https://www.youtube.com/watch?v=${encodeURIComponent(key)}`
}

const MARKED = 'TRUE'

function formatOf(row: SourceRow, layout: FigureLayout, link: string, words: string): string | undefined {
  const { network } = layout.layout.format
  if (layout.text(row, 'reply') === MARKED || (network === 'x' && words.startsWith('@'))) return 'reply'
  if (network === 'youtube') return 'video'
  if (network === 'tiktok') return link.includes('/photo/') ? 'carousel' : 'video'
  return postFormat(layout.text(row, 'type'))
}

/** Without what the file does not say. */
function filled(draft: SubjectDraft): SubjectDraft {
  const kept: Partial<Record<keyof SubjectDraft, unknown>> = {}
  for (const name in draft) {
    const said = draft[name as keyof SubjectDraft]
    if (said !== undefined && said !== '') kept[name as keyof SubjectDraft] = said
  }
  return kept as SubjectDraft
}

/** Words that the network has for what was paid for. */
const PAID = /sponsor|patrocin|gesponser|promov/i

function postSubject(row: SourceRow, layout: FigureLayout, { dates }: Settled): Found {
  const { format } = layout.layout
  if (layout.text(row, 'foreign') === MARKED) return { reason: 'not-own' }
  const found = postKey(row, layout)
  if ('reason' in found) return found
  const { key } = found
  const link = linkOf(layout.text(row, 'link')) || (format.keyPrefix ? '' : (LINKS[format.network]?.(key) ?? ''))
  const [title, text] = (['title', 'text'] as const).map((role) => readableText(layout.text(row, role), format.markup))
  // Facebook puts the caption in one or the other: the longer is the whole.
  const words = format.idRule === 'meta' && (title ?? '').length > (text ?? '').length ? title : text
  const paid = PAID.test(layout.text(row, 'paid'))
  return filled({
    kind: paid ? 'ad' : 'post',
    key,
    title: format.idRule === 'meta' ? undefined : title?.slice(0, 500),
    text: words,
    permalink: link,
    format: formatOf(row, layout, link, words ?? ''),
    publishedAt: momentInKey(key, format.idRule) ?? dates.moment(layout.text(row, 'published')),
    campaign: layout.text(row, 'campaign'),
    ...(paid && { ad: words?.slice(0, 200) })
  })
}

function adSubject(row: SourceRow, layout: FigureLayout, settled: Settled): Found {
  const names = { campaign: layout.text(row, 'campaign'), adSet: layout.text(row, 'ad-set'), ad: layout.text(row, 'ad') }
  const named = ['campaign', 'ad-set', 'ad', 'campaign-id', 'ad-set-id', 'ad-id'].some((role) => layout.has(role))
  const key = adKey(row, layout)
  if (named && key === 'account') return { reason: 'no-id' }
  const currency = /^[a-z]{3}$/i.exec(layout.text(row, 'currency'))?.[0]?.toUpperCase() ?? settled.currency ?? undefined
  // Parts of an ad by age or region are no ads: they would be counted twice beside the whole.
  const parts = layout.columns('breakdown').map((column) => `${dimensionName(column.key)}:${cellOf(row, column).trim()}`)
  const title = names.ad || names.adSet || names.campaign
  if (parts.length > 0) return filled({ kind: 'audience', key: `ads ${parts.join(' ')} ${key}`, title, ...names, currency })
  return filled({ kind: 'ad', key, title, ...names, currency })
}

function audienceSubject(row: SourceRow, layout: FigureLayout): Found {
  const columns = layout.columns('dimension')
  const values = columns.map((column) => cellOf(row, column).trim()).filter((text) => text !== '')
  if (values.length === 0) return { reason: 'no-id' }
  const named = layout.text(row, 'dimension-name')
  const dimension = dimensionName(headerKey(named === '' ? (columns[0]?.key ?? '') : named))
  return { kind: 'audience', key: `${dimension}:${values.join(' · ')}`, title: values.join(' · ') }
}

function trafficSubject(row: SourceRow, layout: FigureLayout, settled: Settled): Found {
  const columns = layout.columns('dimension')
  const values = columns.map((column) => [column.key, cellOf(row, column).trim()] as const).filter(([, text]) => text !== '')
  if (columns.length > 0 && values.length === 0) return { reason: 'no-id' }
  const key = values.map(([name, text]) => `${dimensionName(name)}:${text}`).join('|')
  return filled({ kind: 'traffic', key: key || 'account', title: values.map(([, text]) => text).join(' · '), currency: settled.currency ?? undefined })
}

/** What a row is about, or why that cannot be told. */
export function readSubject(row: SourceRow, layout: FigureLayout, settled: Settled): Found {
  switch (layout.layout.format.subject) {
    case 'post':
      return postSubject(row, layout, settled)
    case 'ad':
      return adSubject(row, layout, settled)
    case 'audience':
      return audienceSubject(row, layout)
    case 'traffic':
      return trafficSubject(row, layout, settled)
    case 'competitor': {
      const name = layout.text(row, 'id') || layout.text(row, 'title')
      return name === '' ? { reason: 'no-id' } : { kind: 'competitor', key: name, title: name }
    }
    default:
      return { kind: 'account', key: 'account' }
  }
}
