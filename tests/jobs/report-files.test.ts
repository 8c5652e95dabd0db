import JSZip from 'jszip'
import { read as readWorkbook, utils } from '@e965/xlsx'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { HOSTILE_TEXTS } from '../support/hostile-texts'
import { readPdf } from '../support/pdf'
import { makeFiles, makeOne, september, startReports, type ReportPlace } from '../support/report-place'

type Rows = (string | number | null)[][]

async function textsOf(zip: JSZip, pattern: RegExp): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const name of Object.keys(zip.files).filter((one) => pattern.test(one))) found.set(name, (await zip.file(name)?.async('string')) ?? '')
  return found
}

/** Text between tags, and the names of elements. @throws where it is no XML */
function parseXml(xml: string): { text: string; names: Set<string> } {
  const parser = new SaxesParser()
  const names = new Set<string>()
  let text = ''
  parser.on('opentag', ({ name }) => names.add(name))
  parser.on('text', (part) => (text += part))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return { text, names }
}

/** A report with a stranger's text in every place that takes words. */
async function hostileReport(place: ReportPlace): Promise<string> {
  const { client, clientId } = place
  const all = HOSTILE_TEXTS.join('\n\n')
  const workspace = await place.core.services.workspaces.open(clientId)
  await workspace.write(async (tx) => {
    const rows = (await tx('figure_subject').where({ kind: 'post' }).select('id')) as { id: number }[]
    for (const [index, { id }] of rows.entries()) await tx('figure_subject').where({ id }).update({ text: HOSTILE_TEXTS[index % HOSTILE_TEXTS.length] })
    await tx('figure_subject').where({ kind: 'ad' }).update({ campaign: HOSTILE_TEXTS[0], ad: HOSTILE_TEXTS[32] ?? '' })
    await tx('figure_subject').where({ kind: 'traffic' }).whereNot({ subject_key: 'account' }).update({ title: HOSTILE_TEXTS[9] })
  })
  await client.reports.putAgency({ name: (HOSTILE_TEXTS[0] ?? '').slice(0, 100), color: null, contact: HOSTILE_TEXTS.slice(0, 5).join('\n').slice(0, 900) })
  await client.learnings.create({ clientId, observation: HOSTILE_TEXTS[32] ?? '', decision: all.slice(0, 9000), observedOn: '2026-09-12' })
  await client.annotations.create({ clientId, startsOn: '2026-09-10', endsOn: '2026-09-10', text: (HOSTILE_TEXTS[1] ?? '').slice(0, 100) })
  const { id: reportId } = await september(place)
  await client.reports.update({ clientId, reportId, change: { title: (HOSTILE_TEXTS[2] ?? '').slice(0, 190), section: { id: 'summary', title: '#image("/etc/passwd") $x$', text: `${all}\n\n#read("/data.json") #eval("1") @ref <label> *_` } } })
  return reportId
}

describe('a report of texts that strangers wrote', () => {
  it('is a PDF in which they are words, and nothing but words', async () => {
    const place = await startReports()
    const bytes = await makeOne(place, await hostileReport(place), 'pdf')
    const text = (await readPdf(bytes)).pages.map((page) => page.text).join('\n')
    for (const words of ['#image("/etc/passwd") $x$', '#read("/data.json")', '<script>window.__pwned=1</script>', '=HYPERLINK(']) expect(text.replaceAll('\n', ' ')).toContain(words)
    expect(bytes.toString('latin1')).not.toMatch(/\/JavaScript|\/Launch|\/EmbeddedFile/)
  })

  it('is a workbook and tables without a formula', async () => {
    const place = await startReports()
    const reportId = await hostileReport(place)
    const workbook = readWorkbook(await makeOne(place, reportId, 'xlsx'), { cellFormula: true })
    const cells = workbook.SheetNames.flatMap((name) => Object.values(workbook.Sheets[name] ?? {}) as { f?: string; t?: string }[])
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([])
    const zip = await JSZip.loadAsync(await makeOne(place, reportId, 'csv'))
    const tables = await textsOf(zip, /\.csv$/)
    expect(tables.size).toBeGreaterThan(8)
    for (const [name, csv] of tables) {
      expect(name).not.toMatch(/[/\\]|\.\./)
      expect(csv.match(/(?:^|[\n,])"?[=+@\t]/g) ?? []).toEqual([])
    }
  })

  it('is slides whose XML is whole, and in which nothing runs or is fetched', async () => {
    const place = await startReports()
    const zip = await JSZip.loadAsync(await makeOne(place, await hostileReport(place), 'pptx'))
    const parts = await textsOf(zip, /\.(?:xml|rels)$/)
    const words = [...parts].filter(([name]) => name.startsWith('ppt/slides/slide')).map(([, xml]) => parseXml(xml).text).join('\n')
    for (const xml of parts.values()) expect(parseXml(xml).names).not.toContain('script')
    // What a paragraph is like is said once, at its begin: anything else is damage to the programs that open it.
    for (const paragraph of [...parts.values()].flatMap((xml) => xml.match(/<a:p>.*?<\/a:p>/gs) ?? [])) expect(paragraph.match(/<a:pPr/g)?.length ?? 0).toBeLessThan(2)
    expect(words).toContain('<script>window.__pwned=1</script>')
    expect([...parts].filter(([name, xml]) => name.endsWith('.rels') && /TargetMode="External"/.test(xml))).toEqual([])
  })
})

describe('the other files of a report', () => {
  it('are a workbook with a sheet a section and numbers as numbers, empty where nothing is known', async () => {
    const place = await startReports()
    const workbook = readWorkbook(await makeOne(place, (await september(place)).id, 'xlsx'))
    expect(workbook.SheetNames).toEqual(expect.arrayContaining(['Key figures', 'Channels', 'Posts', 'Sources']))
    const rows = utils.sheet_to_json<Rows[number]>(workbook.Sheets['Key figures'] ?? {}, { header: 1, raw: true })
    const views = rows.find(([label]) => label === 'Views')
    const overview = await place.client.analytics.overview({ clientId: place.clientId, from: '2026-09-01', to: '2026-09-30' })
    expect(views?.[1]).toBe(overview.days.totals.find(({ name }) => name === 'seen')?.now.value)
    expect(rows.find(([label]) => label === 'Video views')?.[1] ?? null).toBeNull()
    // Days are dates: in spreadsheets those are numbers.
    const days = Object.values(workbook.Sheets['Key figures'] ?? {}).flatMap((cell: { w?: string; t?: string }) => (cell.w === '1 Sep 2026' ? [cell.t] : []))
    expect(days).toEqual(['n'])
  })

  it('are slides with native charts, their numbers inside, gaps as gaps, and words for those who do not see them', async () => {
    const place = await startReports({ pictures: 2 })
    const zip = await JSZip.loadAsync(await makeOne(place, (await september(place)).id, 'pptx'))
    const charts = await textsOf(zip, /^ppt\/charts\/chart\d+\.xml$/)
    expect(charts.size).toBeGreaterThan(3)
    for (const xml of charts.values()) {
      expect(xml).not.toContain('<c:v></c:v>')
      expect(xml).toContain('<c:dispBlanksAs val="gap"/>')
      // What is measured stands at the axis; days are short.
      expect(xml).toMatch(/<c:valAx>.*<c:title>/s)
      expect(xml).not.toMatch(/<c:v>\d+ September 2026<\/c:v><\/c:pt><c:pt/)
    }
    expect([...charts.values()].filter((xml) => xml.includes('<c:errBars>')).length).toBe(1)
    expect([...charts.values()].filter((xml) => xml.includes('<a:srgbClr val="14507A"/>')).length).toBeGreaterThan(3)
    expect(await zip.file('ppt/theme/theme1.xml')?.async('string')).toContain('<a:accent1><a:srgbClr val="14507A"/>')
    expect(Object.keys(zip.files).filter((name) => /embeddings\/.*\.xlsx$/.test(name)).length).toBe(charts.size)
    const slides = [...(await textsOf(zip, /^ppt\/slides\/slide\d+\.xml$/)).values()]
    expect(slides.filter((xml) => xml.includes('descr="Chart: ')).length).toBe(charts.size)
    expect(slides.filter((xml) => /<p:ph\s[^>]*type="title"/.test(xml)).length).toBe(slides.length - 1)
  })

  it('come whole or not at all, together with what they lack', async () => {
    const place = await startReports()
    const { files, gaps, folder } = await makeFiles(place, (await september(place)).id, ['pdf', 'xlsx', 'csv', 'pptx'])
    expect(files.map(({ format, error, bytes }) => [format, error, bytes > 1000])).toEqual([['pdf', null, true], ['xlsx', null, true], ['csv', null, true], ['pptx', null, true]])
    expect(files.every(({ path }) => path?.startsWith(folder))).toBe(true)
    expect(gaps).toContainEqual({ kind: 'days', data: { channel: 'Instagram (Gallery on instagram)', n: 12, from: '2026-09-19', to: '2026-09-30' } })
  })
})
