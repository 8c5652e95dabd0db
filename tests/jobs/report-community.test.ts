import { describe, expect, it } from 'vitest'
import { reportMessages } from '../../src/shared/i18n/reports'
import { captureMonth } from '../support/messages'
import { readPdf } from '../support/pdf'
import { makeFiles, makeOne, september, startReports, type ReportPlace } from '../support/report-place'

const community = { id: 'community', kind: 'community' as const, on: true, title: '', text: '', options: {} }
async function startCommunity(): Promise<ReportPlace> {
  const place = await startReports()
  await captureMonth(place)
  return place
}
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ')

describe('the community pages of a report', () => {
  it('tell how fast people were answered, how many in time, and what criticism was answered, in each language', async () => {
    const place = await startCommunity()
    for (const language of ['en', 'nb', 'it', 'nl'] as const) {
      const { id: reportId } = await september(place, { language })
      await place.client.reports.update({ clientId: place.clientId, reportId, change: { sections: [community] } })
      const pdf = await readPdf(await makeOne(place, reportId, 'pdf'))
      const text = plain(pdf.pages.map((page) => page.text).join(' '))
      const words = reportMessages[language]
      expect(pdf).toMatchObject({ tagged: true, language, claims: { 'pdfuaid:part': '1' } })
      for (const key of ['report.section.community', 'report.community.first', 'report.community.criticism', 'report.community.hours', 'report.community.type.complaint', 'report.community.tableByChannel'] as const) {
        expect(text).toContain(plain(words[key]))
      }
      if (language !== 'en') continue
      // 1, 3.5 and 18 hours; two of four in time, since one waits too long; one of two that complain was answered.
      for (const figure of ['3.5 hr', '2 of 4', '50%', '1 of 2', '75% slower', 'Instagram', '1 conversation is spam']) expect(text).toContain(figure)
      const alternatives = pdf.pages.flatMap((page) => page.alternatives)
      expect(alternatives.find((one) => one.startsWith('First response, median by day.'))).toContain('highest 18 on 14 September 2026')
      expect(pdf.pages.reduce((sum, page) => sum + page.figuresWithoutWords, 0)).toBe(0)
    }
  })

  it('are in slides, workbook and tables too, with bare numbers', async () => {
    const place = await startCommunity()
    const { id: reportId } = await september(place)
    const { files } = await makeFiles(place, reportId, ['pptx', 'xlsx', 'csv'])
    for (const { sections, error } of files) {
      expect(error).toBeNull()
      expect(sections).toContain('community')
    }
  })

  it('stay as they were once the report is frozen', async () => {
    const place = await startCommunity()
    const { client, clientId } = place
    const { id: reportId } = await september(place)
    await client.reports.freeze({ clientId, reportId })
    const before = await readPdf(await makeOne(place, reportId, 'pdf'))
    await client.care.setTargets({ clientId, channelId: null, firstMinutes: 30, resolutionMinutes: 60 })
    const after = await readPdf(await makeOne(place, reportId, 'pdf'))
    expect(after.pages.map(({ text }) => text)).toEqual(before.pages.map(({ text }) => text))
  })

  it('are left out, and said to be, where nobody wrote', async () => {
    const place = await startReports()
    const { id: reportId } = await september(place)
    const { files, gaps } = await makeFiles(place, reportId, ['pdf'])
    expect(files[0]?.sections).not.toContain('community')
    expect(gaps).toContainEqual({ kind: 'empty-section', data: { section: 'community', kind: 'community', title: '' } })
  })
})
