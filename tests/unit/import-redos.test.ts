import { describe, expect, it } from 'vitest'
import { detectSchedule } from '../../src/shared/features/imports/schedule-detect'
import { describeFigures } from '../../src/shared/features/figures/describe-figures'
import { readSchedule } from '../../src/shared/features/imports/read-schedule'
import { headerKey, looseKey } from '../../src/shared/tables/header-key'
import { readDate, readTime } from '../../src/shared/tables/read-date'
import { findDecimalMark, readNumber } from '../../src/shared/tables/read-number'

const LONG = 50_000
const signs = ['a', ' ', '\t', '\n', '.', ',', ':', '-', '/', '0', '1', '"', "'", '(', ')', '#', '@', '|', ';', '\u00ad', '\u200b', 'é', '→', 'am', '1 ', '1,', 'jan ', 'https://', '%', 'e']
const texts = signs.map((sign) => sign.repeat(LONG / sign.length))

/** A regular expression that goes back over its text takes hours on these; one that does not is done before anybody notices. */
describe('a text of 50,000 characters made to stall', () => {
  it.each(texts.map((text) => [JSON.stringify(text.slice(0, 8)), text]))('%s… is read like any other', (_shown, text) => {
    for (const read of [readDate, readTime, headerKey, looseKey, (given: string) => readNumber(given, '.'), (given: string) => findDecimalMark([given])]) read(text)
    const header = { line: 1, cells: ['Text', 'Image URL', 'Tags', 'Posting Time'] }
    const table = { name: text, shape: 'grid' as const, rows: [header, { line: 2, cells: [text, text, text, text] }, { line: 3, cells: [text] }] }
    const layout = detectSchedule(table, new Map())!
    const plan = readSchedule(table, layout, { order: null, zone: 'Europe/Oslo', defaultTime: '09:00', pick: null })
    expect(plan.facts.rows).toBeLessThanOrEqual(2)
    describeFigures(table)
    describeFigures({ ...table, rows: [{ line: 1, cells: [text, text] }, ...table.rows] })
  })
})
