import { HOSTILE_TEXTS } from './hostile-texts'
import { type ExportFile, xContent, xOverview } from './network-exports'
import { csvText } from './table-files'

/** Markup that runs where it is taken for markup. */
export const markup = '<img src=x onerror="window.__pwned=1">'
export const formula = '=HYPERLINK("https://evil.example/?__pwned","x")'
/** A planned text, and the caption that went out: alike enough to be taken for each other, and not the same. */
export const almostAlike = { planned: `O farol do norte acende hoje de novo, venha ver ${markup}`, published: 'O farol do norte acende hoje pela primeira vez desde o inverno' }

const two = (value: number): string => String(value).padStart(2, '0')
const file = (name: string, rows: (string | number)[][]): ExportFile => ({ name, content: Buffer.from(`\ufeff${csvText(rows.map((row) => row.map(String)), ',', '\n')}`) })
/** A text without the signs that no table can carry. */
const cell = (text: string): string => text.replaceAll('\u0000', '').replaceAll('\uD800', '')
const address = `java${'script'}:window.__pwned=1`

/** Meta Business Suite, content of an Instagram account: a text a post, names of accounts that are texts as well. */
function metaContent(): ExportFile {
  const head = ['Post ID', 'Account ID', 'Account username', 'Account name', 'Description', 'Duration (sec)', 'Publish time', 'Permalink', 'Post type', 'Data comment', 'Date', 'Views', 'Reach', 'Likes', 'Shares', 'Follows', 'Comments', 'Saves', markup]
  const texts = [...HOSTILE_TEXTS, formula]
  const rows = texts.map((text, index) => [
    `1789${two(index)}00112233`, '17841400000000001', markup, cell(HOSTILE_TEXTS[0] ?? ''), cell(text), 0, `10/${two(1 + (index % 30))}/2026 ${two(index % 20)}:30`, address,
    'IG image', cell(text), 'Lifetime', 100 + index, 80 + index, 10 + index, 2, 1, 3, 4, cell(text)
  ])
  const told = ['178999990011', '17841400000000001', markup, cell(HOSTILE_TEXTS[0] ?? ''), almostAlike.published, 0, '10/06/2026 02:30', address, 'IG image', '', 'Lifetime', 500, 400, 90, 2, 1, 3, 4, '']
  return file(`${markup}.csv`, [head, ...rows, told])
}

/** Meta Ads Manager: each text as the name of a campaign, a set and an ad. */
function metaAds(): ExportFile {
  const head = ['Reporting starts', 'Reporting ends', 'Campaign name', 'Ad set name', 'Ad name', 'Results', 'Result indicator', 'Reach', 'Impressions', 'Cost per results', 'Amount spent (EUR)', 'Link clicks']
  const rows = [formula, ...HOSTILE_TEXTS].map((text, index) => ['2026-10-01', '2026-10-31', cell(text), cell(text), cell(text), 3, 'actions:link_click', 900 - index, 1200 - index, '1.50', (90 - index).toFixed(2), 30])
  return file(`=1+1 ${markup}.csv`, [head, ...rows])
}

/** X analytics with the texts as posts. */
function xPosts(): ExportFile {
  const lines = xContent().content.toString().trim().split('\n')
  const [head = '', ...posts] = lines
  const rows = posts.map((line, index) => {
    const quoted = `"${cell(HOSTILE_TEXTS[index] ?? formula).replaceAll('"', '""')}"`
    return line.replace(`Print ${index + 1}`, () => quoted).replace(/https:[^,]+/, address)
  })
  return { name: `" onerror=${address} x.csv`, content: Buffer.from(`${[head, ...rows].join('\n')}\n`) }
}

/** Google Analytics, visits by source, with the texts as sources. */
function traffic(): ExportFile {
  const rule = '# ----------------------------------------'
  const above = [rule, `# ${markup}`, `# Property: ${markup}`, rule, '#', '# All Users', '# Start date: 20261001', '# End date: 20261031'].join('\n')
  const rows = [formula, ...HOSTILE_TEXTS].map((text, index) => [cell(text), String(400 - index), String(300 - index), String(200 - index)])
  return { name: `visits ${markup}.csv`, content: Buffer.from(`${above}\n${csvText([['Session source', 'Event count', 'Sessions', 'Total users'], ...rows], ',', '\n')}`) }
}

/** A layout that nobody knows: texts as headers and as samples. */
const unknown = (): ExportFile =>
  file(`unknown ${markup}.csv`, [HOSTILE_TEXTS.slice(0, 20).map(cell), ...Array.from({ length: 4 }, (_, row) => HOSTILE_TEXTS.slice(row, row + 20).map(cell))])

/** Exports of networks with the texts of strangers in every name and text that they carry, constructed: October 2026. */
export const hostileExports = (): ExportFile[] => [metaContent(), metaAds(), xPosts(), { ...xOverview(), name: `days ${markup}.csv` }, traffic(), unknown()]
