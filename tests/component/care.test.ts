import { afterEach, describe, expect, it } from 'vitest'
import { careCsv } from '../../src/renderer/features/care/care-csv.rules'
import ClockRule from '../../src/renderer/features/care/ClockRule.vue'
import DayHours from '../../src/renderer/features/care/DayHours.vue'
import TargetField from '../../src/renderer/features/care/TargetField.vue'
import { amountOf, minutesOf } from '../../src/renderer/features/care/target-unit.rules'
import type { CareSettings } from '../../src/shared/features/care/care.contract'
import type { CareRow } from '../../src/shared/features/care/care-report.schema'
import { openHours } from '../../src/shared/features/care/care-hours'
import { officeWeek } from '../../src/shared/features/care/open-hours'
import { writeCsv } from '../../src/shared/tables/write-csv'
import { HOSTILE_TEXTS } from '../support/hostile-texts'
import { pageText, stage } from './ui-support'

afterEach(() => {
  document.body.replaceChildren()
})
const settings = (more: Partial<CareSettings> = {}): CareSettings => ({
  hours: { ...openHours, week: officeWeek }, zone: 'Europe/Oslo', countries: [], holidays: [], targets: { firstMinutes: 1440, resolutionMinutes: 4320, isSet: false }, ownTargets: [], ...more
})
async function type(input: HTMLInputElement | undefined, text: string): Promise<void> {
  if (!input) throw new Error('no field')
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
  input.dispatchEvent(new Event('change', { bubbles: true }))
  await Promise.resolve()
}

describe('how time is counted', () => {
  it('is said in words with what the settings come to', async () => {
    await stage(ClockRule, { props: { settings: settings() } })
    expect(pageText()).toContain('24 hours are one working day')
    expect(pageText()).toMatch(/A message of Friday.*4:40.* is due Monday.*4:40/)
    expect(pageText()).toMatch(/A message of Saturday.*is due Tuesday.*9:00/)
  })

  it('is day and night where no hours are set', async () => {
    await stage(ClockRule, { props: { settings: settings({ hours: openHours }) } })
    expect(pageText()).toMatch(/A message of Friday.*4:40.* is due Saturday.*4:40/)
  })

  it('never comes where every day is closed', async () => {
    await stage(ClockRule, { props: { settings: settings({ hours: { ...openHours, week: officeWeek.map(() => []) } }) } })
    expect(pageText()).toContain('is never due')
  })
})

describe('the hours of a day', () => {
  it('are saved when they can be, and said where they cannot', async () => {
    const { wrapper } = await stage(DayHours, { props: { day: 'Monday', spans: officeWeek[0] ?? [] } })
    const fields = (): HTMLInputElement[] => [...document.querySelectorAll('input')]
    await type(fields()[3], '15:00')
    expect(wrapper.emitted('save')).toEqual([[[{ from: '09:00', to: '12:00' }, { from: '12:30', to: '15:00' }]]])
    await type(fields()[2], '11:00')
    expect(wrapper.emitted('save')).toHaveLength(1)
    expect(pageText()).toContain('must end after they begin and not overlap')
  })

  it('take midnight as the end of the day', async () => {
    const { wrapper } = await stage(DayHours, { props: { day: 'Monday', spans: [{ from: '09:00', to: '17:00' }] } })
    await type([...document.querySelectorAll('input')][1], '00:00')
    expect(wrapper.emitted('save')).toEqual([[[{ from: '09:00', to: '24:00' }]]])
  })
})

describe('a target', () => {
  it('is read in the largest unit that it is a whole number of, and refused between hours and days', () => {
    expect(amountOf(1440, true)).toEqual({ amount: 1, unit: 'days' })
    expect(amountOf(1440, false)).toEqual({ amount: 24, unit: 'hours' })
    expect(amountOf(90, true)).toEqual({ amount: 90, unit: 'minutes' })
    expect([minutesOf('4', 'hours'), minutesOf('24', 'hours'), minutesOf('30', 'hours'), minutesOf('', 'days'), minutesOf('0', 'minutes')]).toEqual([240, 1440, undefined, undefined, undefined])
  })

  it('is saved when it was typed', async () => {
    const { wrapper } = await stage(TargetField, { props: { minutes: 1440, what: 'All channels', hasHours: true } })
    await type(document.querySelector('input') ?? undefined, '2')
    await type(document.querySelector('input') ?? undefined, 'soon')
    expect(wrapper.emitted('save')).toEqual([[2880]])
    expect(pageText()).toContain('A whole number')
  })
})

const answered: CareRow = {
  conversationId: 'c', figure: 'first', network: 'instagram', channelId: null, channelName: '', author: '=HYPERLINK("x")', excerpt: '@SUM(1)', type: 'question', sentiment: null, by: 'Kim',
  from: '2026-11-13T15:00:00.000Z', to: '2026-11-16T10:30:00.000Z', dueAt: '2026-11-16T15:00:00.000Z', openTime: 12_600_000, elapsed: 243_000_000, targetMinutes: 1440, outcome: 'met'
}
/** Lines of cells, by RFC 4180. */
const cellsOf = (csv: string): string[][] => {
  const lines: string[][] = [[]]
  for (const [, cell = '', end] of csv.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') lines.push([])
  }
  return lines.slice(0, -1)
}

describe('rows as CSV', () => {
  it('hold times in minutes, and nothing that a spreadsheet would run', () => {
    const [, line] = writeCsv(careCsv([answered])).split('\r\n')
    expect(line).toBe(`first,met,instagram,,question,,Kim,"'=HYPERLINK(""x"")",'@SUM(1),2026-11-13T15:00:00.000Z,2026-11-16T10:30:00.000Z,2026-11-16T15:00:00.000Z,210,4050,1440,c`)
  })

  it('give back every hostile text as it was written, and no cell of them begins a formula', () => {
    const rows = HOSTILE_TEXTS.map((text) => ({ ...answered, author: text, excerpt: text, channelName: text, by: text }))
    const [, ...lines] = cellsOf(writeCsv(careCsv(rows)).slice(1))
    const texts = lines.map((cells) => [3, 6, 7, 8].map((at) => cells[at] ?? ''))
    expect(texts.flat().filter((cell) => /^[=+@\t\r-]/.test(cell))).toEqual([])
    expect(texts.map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(HOSTILE_TEXTS.map((text) => [text, text, text, text]))
  })
})
