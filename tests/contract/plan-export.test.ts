import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { beforeEach, describe, expect, it } from 'vitest'
import type { AppInputs, AppOutputs } from '../../src/shared/contract'
import { HOSTILE_TEXTS } from '../support/hostile-texts'
import { readPdf } from '../support/pdf'
import { on, startPlanning, walk, type PlanningPlace } from '../support/planning'
import { tempFolder } from '../support/temp-folder'

type Formats = AppInputs['planExport']['make']['formats']
type Report = AppOutputs['planExport']['report']

let place: PlanningPlace
beforeEach(async () => {
  place = await startPlanning()
})

async function write(formats: Formats, days = { fromDay: '2026-10-19', toDay: '2026-11-01' }, more: Partial<AppInputs['planExport']['make']> = {}): Promise<Report> {
  const { client, clientId, core } = place
  const folder = await tempFolder()
  const { jobId } = await client.planExport.make({ clientId, ...days, formats, destination: { kind: 'folder', token: core.registerPath(folder) }, ...more })
  await core.services.jobs.settled(clientId, jobId)
  return client.planExport.report({ clientId, jobId })
}

const read = async (report: Report, index = 0): Promise<string> => readFile(report.files[index]?.path ?? '', 'utf8')

async function plan(title: string, date: string, draft: Partial<AppInputs['posts']['create']> = {}) {
  const { client, clientId, channels } = place
  return client.posts.create({ clientId, title, text: `${title} in words`, planned: on(date), variants: [{ channelId: channels.instagram ?? '' }, { channelId: channels.x ?? '' }], ...draft })
}

/** What the import says of a file that was written. */
async function preview(path: string) {
  const { client, clientId, core } = place
  return client.imports.previewSchedule({ clientId, files: [core.registerPath(path)] })
}

describe('the plan as files', () => {
  it('is read back as the same posts, also with texts that a spreadsheet would run', async () => {
    // A workbook holds no control characters, no half characters and one kind of line break, and an import trims.
    const texts = HOSTILE_TEXTS.map((text) => text.replaceAll('\r\n', '\n').replaceAll(/\p{Cc}/gu, (one) => ('\t\n'.includes(one) ? one : '')).replaceAll(/\p{Cs}/gu, '').trim())
    for (const [index, text] of texts.entries()) await plan(`Post ${index}`, '2026-10-21', { text, notes: text })
    await plan('On no channel', '2026-10-22', { variants: [] })
    const report = await write(['csv', 'xlsx', 'ics'])
    expect(report.files.map(({ rows, error }) => [rows, error])).toEqual(report.files.map(() => [HOSTILE_TEXTS.length + 1, null]))
    for (const { path } of report.files) {
      const { items, totals } = await preview(path ?? '')
      expect(totals).toMatchObject({ new: 0, changed: 0, error: 0, same: HOSTILE_TEXTS.length + 1 })
      expect(items.flatMap(({ problems }) => problems.filter(({ severity }) => severity !== 'note'))).toEqual([])
    }
  })

  it('holds no cell that begins a formula', async () => {
    for (const [index, text] of HOSTILE_TEXTS.entries()) await plan(text.slice(0, 100) || `Post ${index}`, '2026-10-21', { text, firstComment: text })
    const csv = await read(await write(['csv']))
    // A cell begins the line or follows a comma, with its quote before it.
    expect(csv.match(/(?:^|[\n,])"?[=+@\t-]/g) ?? []).toEqual([])
  })

  it('gives calendars one entry a post at its instant, with the words as they are', async () => {
    await plan('Comma, semicolon; and\nnew line', '2026-10-25', { text: 'Back to winter time\nat three', planned: on('2026-10-25', '09:00') })
    const calendar = new ICAL.Component(ICAL.parse(await read(await write(['ics'], { fromDay: '2026-10-25', toDay: '2026-10-25' }))) as unknown[])
    const [event, ...others] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
    expect(others).toEqual([])
    expect(event?.summary).toContain('Comma, semicolon; and')
    expect(event?.description).toContain('Back to winter time\nat three')
    // 09:00 in Oslo on the day the clocks went back.
    expect(event?.startDate.toJSDate().toISOString()).toBe('2026-10-25T08:00:00.000Z')
  })

  it('fills the forms of other planners with what is still ahead, a file a channel', async () => {
    await plan('Harbor', '2026-10-30', { text: 'Boats, "big" ones', link: 'https://example.com/boats' })
    const report = await write(['buffer', 'hootsuite', 'meta'], { fromDay: '2026-10-30', toDay: '2026-10-30' }, { dayOrder: 'day-first' })
    expect(report.files.map(({ format, rows }) => [format, rows])).toEqual([['buffer', 1], ['buffer', 1], ['hootsuite', 1], ['hootsuite', 1], ['meta', 1]])
    expect(await read(report, 0)).toBe('\uFEFFText,Image URL,Tags,Posting Time\r\n"Boats, ""big"" ones\n\nhttps://example.com/boats",,,2026-10-30 09:00\r\n')
    expect(await read(report, 2)).toBe('\uFEFF30/10/2026 09:00,"Boats, ""big"" ones",https://example.com/boats\r\n')
    // Oslo is eight hours ahead of Los Angeles in the week between the two changes of the clock.
    expect(await read(report, 4)).toContain('10/30/2026 01:00')
  })

  it('leaves out of the forms what is past, and says how many', async () => {
    await plan('Dawn', '2026-10-21')
    await plan('Dusk', '2026-10-21')
    place.wait(24 * 3_600_000 * 21)
    const [file] = (await write(['buffer'], { fromDay: '2026-10-21', toDay: '2026-10-21' })).files
    expect(file).toMatchObject({ rows: 0, notes: [{ kind: 'past', count: 2 }] })
  })

  it('sets the month and the list as tagged pages', async () => {
    const { variants } = await plan('Harbor 🚢 日本', '2026-10-30')
    await walk(place, variants.map(({ id }) => id), 'approved', 'scheduled')
    const report = await write(['month', 'list'])
    expect(report.files.map(({ error }) => error)).toEqual([null, null])
    for (const { path } of report.files) {
      const pdf = await readFile(path ?? '', 'latin1')
      expect(pdf.slice(0, 5)).toBe('%PDF-')
      expect(pdf).toContain('/StructTreeRoot')
      expect(pdf).not.toMatch(/\/(?:JavaScript|JS|OpenAction|Launch)\b/)
    }
  })

  it('says in every file what an incident holds back, and reads it back as the same posts', async () => {
    const { client, clientId, channels } = place
    const { variants } = await plan('Harbor', '2026-10-30')
    await plan('Still a draft', '2026-10-31')
    await walk(place, variants.map(({ id }) => id), 'approved', 'scheduled')
    const { incidentId } = await client.incidents.open({ clientId, title: 'Fire', level: 2 })
    await client.incidents.freeze({ clientId, incidentId, channelIds: [channels.instagram ?? ''] })
    const { files } = await write(['csv', 'xlsx', 'ics', 'month', 'list'])
    const [csv = '', xlsx = '', ics = '', ...pages] = files.map(({ path }) => path ?? '')
    const table = (await readFile(csv, 'utf8')).split('\r\n').map((line) => line.split(','))
    const column = table[0]?.indexOf('Frozen') ?? -1
    expect(table.slice(1, -1).map((cells) => [cells[3], cells[column]])).toEqual([['Museum on instagram', 'frozen'], ['Museum on x', ''], ['"Museum on instagram', expect.anything()]])
    const events = new ICAL.Component(ICAL.parse(await readFile(ics, 'utf8')) as unknown[]).getAllSubcomponents('vevent')
    expect(events.map((one) => [one.getFirstPropertyValue('summary'), one.getFirstPropertyValue('status')])).toEqual([['Frozen: Instagram: Harbor', 'TENTATIVE'], ['X (Twitter): Harbor', null], ['Instagram, X (Twitter): Still a draft', null]])
    for (const path of pages) expect((await readPdf(await readFile(path))).pages.map(({ text }) => text).join(' ')).toContain('Frozen')
    for (const path of [csv, xlsx, ics]) expect((await preview(path)).totals).toMatchObject({ new: 0, changed: 0, error: 0, same: 3 })
  })

  it('is offered for download by an address of its own', async () => {
    await plan('Harbor', '2026-10-30')
    const report = await write(['csv'])
    const file = await place.core.openMedia(report.files[0]?.url ?? '')
    expect(file).toMatchObject({ contentType: 'text/csv; charset=utf-8', downloadName: '2026-10-19_2026-11-01_plan.csv' })
    expect(file?.path).toBe(join(report.folder, '2026-10-19_2026-11-01_plan.csv'))
  })

  it('is refused where nothing is planned, and for days in the wrong order', async () => {
    await expect(write(['csv'], { fromDay: '2030-01-01', toDay: '2030-01-02' })).rejects.toMatchObject({ code: 'validation.nothing-planned' })
    await expect(write(['csv'], { fromDay: '2026-10-02', toDay: '2026-10-01' })).rejects.toMatchObject({ code: 'validation.days' })
    await expect(write(['csv'], undefined, { channelIds: ['nobody'] })).rejects.toMatchObject({ code: 'not-found.channel' })
  })
})
