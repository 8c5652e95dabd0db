import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportMessages } from '../../src/shared/i18n/reports'
import { readPdf } from '../support/pdf'
import { makeFiles, makeOne, september, startReports } from '../support/report-place'

describe('the PDF of a report', () => {
  it('is tagged, claims PDF/UA-1, and has its language, its title and words for every picture and chart', async () => {
    const place = await startReports({ pictures: 4 })
    const pdf = await readPdf(await makeOne(place, (await september(place)).id, 'pdf'))
    expect(pdf).toMatchObject({ tagged: true, language: 'en', title: 'North Gallery – September 2026', claims: { 'pdfuaid:part': '1' } })
    expect(pdf.pages.reduce((sum, page) => sum + page.figuresWithoutWords, 0)).toBe(0)
    const alternatives = pdf.pages.flatMap((page) => page.alternatives)
    expect(alternatives.find((words) => words.startsWith('Views by day.'))).toMatch(/TikTok: [\d,]+ on 1 September 2026, [\d,]+ on 30 September 2026; highest/)
    expect(alternatives).toContain('Picture of the post “Photograph 1 of the harbor”')
    expect(pdf.pages.flatMap(({ roles }) => roles)).toEqual(expect.arrayContaining(['Table', 'TH', 'TD', 'L', 'LI']))
  })

  it('has no page without text, no heading at the end of a page, and begins with one heading of the first level a section', async () => {
    const place = await startReports({ pictures: 9 })
    const report = await place.client.reports.create({ clientId: place.clientId, templateId: 'quarterly', from: '2026-07-01', to: '2026-09-30' })
    const { pages } = await readPdf(await makeOne(place, report.id, 'pdf'))
    for (const page of pages) {
      expect(page.runs.length).toBeGreaterThan(3)
      expect(page.runs.at(-1)?.heading).toBe(false)
    }
    const titles = pages.flatMap(({ headings }) => headings.filter(({ level }) => level === 1).map(({ text }) => text))
    expect(titles.slice(0, 3)).toEqual(['Summary', 'Key figures', 'Channels'])
    expect(new Set(pages.flatMap(({ headings }) => headings.map(({ level }) => level)))).toEqual(new Set([1, 2]))
  })

  it('is in the language of the report, whatever that of the app, with its dates and numbers', async () => {
    const place = await startReports()
    const expected = { en: ['5 October 2026', '346,593'], nb: ['5. oktober 2026', '346 593'], it: ['5 ottobre 2026', '346.593'], nl: ['5 oktober 2026', '346.593'] } as const
    for (const language of ['en', 'nb', 'it', 'nl'] as const) {
      const pdf = await readPdf(await makeOne(place, (await september(place, { language })).id, 'pdf'))
      const text = pdf.pages.map((page) => page.text).join('\n').replaceAll(/[\u00A0\u202F]/g, ' ')
      expect(pdf.language).toBe(language)
      for (const words of [...expected[language], reportMessages[language]['report.section.kpis'], reportMessages[language]['report.metric.engagement_rate']]) expect(text).toContain(words)
    }
  })

  it('says in words where a month has no figures, and is a page with text', async () => {
    const place = await startReports()
    const report = await place.client.reports.create({ clientId: place.clientId, month: '2025-01' })
    const { files, gaps } = await makeFiles(place, report.id, ['pdf'])
    const { pages } = await readPdf(await readFile(files[0]?.path ?? ''))
    expect(pages.map((page) => page.text).join('\n')).toContain('There are no figures for these days.')
    expect(gaps.map(({ kind }) => kind)).toContain('no-figures')
  })

  it('shows a dash for what is in none of the files, and never a zero', async () => {
    const place = await startReports()
    const { pages } = await readPdf(await makeOne(place, (await september(place)).id, 'pdf'))
    const runs = pages.flatMap((page) => page.runs.map(({ text }) => text.trim()))
    const at = runs.indexOf('Video views')
    expect(runs.slice(at, at + 3)).toEqual(['Video views', '–', 'In none of the files'])
  })

  it('claims PDF/A-2a where it was asked, and says that it then does not claim PDF/UA-1', async () => {
    const place = await startReports()
    const { id: reportId } = await september(place)
    await place.client.reports.update({ clientId: place.clientId, reportId, change: { options: { archive: true } } })
    const { files } = await makeFiles(place, reportId, ['pdf'])
    const { claims } = await readPdf(await readFile(files[0]?.path ?? ''))
    expect(claims).toMatchObject({ 'pdfaid:part': '2', 'pdfaid:conformance': 'A' })
    expect(files[0]?.notes).toEqual([{ kind: 'archive', count: 1 }])
  })

  it('is made all the same with a sign that no font has, without the claim, and says so', async () => {
    const place = await startReports()
    const { id: reportId } = await september(place)
    await place.client.reports.update({ clientId: place.clientId, reportId, change: { section: { id: 'next-steps', text: 'Ask \u{1FAE8}\u{1E290}\u{11F02} again' } } })
    const { files } = await makeFiles(place, reportId, ['pdf'])
    expect(files[0]?.error).toBeNull()
    const { claims, pages } = await readPdf(await readFile(files[0]?.path ?? ''))
    expect(files[0]?.notes).toEqual('pdfuaid:part' in claims ? [] : [{ kind: 'signs', count: 1 }])
    expect(pages.map((page) => page.text).join(' ')).toContain('Ask')
  })
})

describe('a frozen report', () => {
  it('is the same to the byte after its figures changed, and so when it is set anew from what was kept', async () => {
    const place = await startReports({ pictures: 2 })
    const { client, clientId, core } = place
    const { id: reportId } = await september(place)
    await client.reports.freeze({ clientId, reportId })
    const before = await makeOne(place, reportId, 'pdf')
    const workspace = await core.services.workspaces.open(clientId)
    await workspace.write((tx) => tx('figure').update({ views: 1, impressions: 1, likes: 1 }))
    await client.clients.update({ clientId, color: '#ff0000', name: 'Another name' })
    place.wait(400 * 86_400_000)
    expect((await makeOne(place, reportId, 'pdf')).equals(before)).toBe(true)
    // With the kept PDF gone it is set again from the kept figures, pictures and template.
    await writeFile(join(workspace.folders.reports, reportId, 'report.pdf'), 'damaged')
    expect((await makeOne(place, reportId, 'pdf')).equals(before)).toBe(true)
    const { files } = await client.reports.kept({ clientId, reportId })
    expect(files.filter(({ intact }) => !intact).map(({ role }) => role)).toEqual(['pdf'])
    expect(new Set(files.map(({ role }) => role))).toEqual(new Set(['data', 'fonts', 'pdf', 'picture', 'template']))
  })
})
