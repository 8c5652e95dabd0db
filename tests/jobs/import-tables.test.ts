import { describe, expect, it } from 'vitest'
import { readTables, startParsePool } from '../support/read-tables'
import { csvText, makeWorkbook, putFile } from '../support/table-files'
import { tempFolder } from '../support/temp-folder'

async function read(content: string | Buffer, name = 'table.csv') {
  const pool = await startParsePool()
  const { files, tables } = await readTables(pool, await putFile(await tempFolder(), name, content))
  return { file: files[0]!, rows: tables[0]?.rows ?? [], tables }
}

const LATIN = csvText([['Navn', 'Tekst'], ['Blåbær', 'Håp – på øya'], ['Zoë', '9 €']], ';')
const CYRILLIC = csvText([['Имя', 'Текст'], ['Москва', 'Осенний пост о реке'], ['Пример', 'Ещё один']], ';')

/** windows-1251 of the letters used here. */
const as1251 = (text: string): Buffer =>
  Buffer.from([...text].map((sign) => {
    const code = sign.charCodeAt(0)
    if (code >= 0x410 && code <= 0x44f) return code - 0x350
    if (sign === 'ё') return 0xb8
    return sign === 'Е' ? 0xc5 : code
  }))
const as1252 = (text: string): Buffer => Buffer.from([...text].map((sign) => (sign === '–' ? 0x96 : sign === '€' ? 0x80 : sign.charCodeAt(0))))
const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

const encodings: [string, Buffer, string, string][] = [
  ['utf-8', Buffer.from(LATIN), 'utf-8', 'Blåbær'],
  ['utf-8 with a mark', Buffer.from(`\ufeff${LATIN}`), 'utf-8+bom', 'Blåbær'],
  ['utf-16le with a mark', Buffer.from(`\ufeff${LATIN}`, 'utf16le'), 'utf-16le+bom', 'Blåbær'],
  ['utf-16be with a mark', swapped(`\ufeff${LATIN}`), 'utf-16be+bom', 'Blåbær'],
  ['utf-16le without a mark', Buffer.from(LATIN, 'utf16le'), 'utf-16le', 'Blåbær'],
  ['utf-16be without a mark', swapped(LATIN), 'utf-16be', 'Blåbær'],
  ['windows-1252', as1252(LATIN), 'windows-1252', 'Blåbær'],
  ['windows-1251', as1251(CYRILLIC), 'windows-1251', 'Москва']
]

describe('a table of text', () => {
  it.each(encodings)('in %s is read letter for letter', async (_name, bytes, encoding, first) => {
    const { file, rows } = await read(bytes)
    expect(file).toMatchObject({ encoding, delimiter: ';' })
    expect(rows[1]?.cells[0]).toBe(first)
    expect(rows).toHaveLength(3)
  })

  it.each([[',', ','], [';', ';'], ['\t', 'TAB'], ['|', '|']])('with “%s” between cells is cut where it should be', async (delimiter, named) => {
    const { file, rows } = await read(csvText([['a', 'b', 'c'], ['1,5', '2;5', 'x|y'], ['say "hi"', 'two\nlines', '']], delimiter))
    expect(file.delimiter).toBe(named)
    expect(rows.map(({ line, cells }) => [line, cells])).toEqual([[1, ['a', 'b', 'c']], [2, ['1,5', '2;5', 'x|y']], [3, ['say "hi"', 'two\nlines', '']]])
  })

  it('counts lines through cells of several lines and any line end', async () => {
    const { rows } = await read('a,b\r\n1,"x\r\ny\r\nz"\n3,4\r5,6\n\n7,8')
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([[1, 'a'], [2, '1'], [5, '3'], [6, '5'], [8, '7']])
  })

  it('obeys a first line that states the delimiter', async () => {
    const { file, rows } = await read('sep=;\na;b\n1,5;2\n')
    expect([file.delimiter, rows[0]]).toEqual([';', { line: 2, cells: ['a', 'b'] }])
  })

  it('of which every line was put into one quoted cell is taken out again', async () => {
    const { rows } = await read('"a,b,c"\n"1,""two, three"",4"\n"5,6,7";\n')
    expect(rows.map(({ cells }) => cells)).toEqual([['a', 'b', 'c'], ['1', 'two, three', '4'], ['5', '6', '7']])
  })

  it('below a preamble is cut by its own delimiter', async () => {
    const { file, rows } = await read('Report, made today\nFrom: October 1, 2026\n\nDate;Text;Link\n1;2;3\n4;5;6\n7;8;9\n')
    expect([file.delimiter, rows.at(-1)?.cells]).toEqual([';', ['7', '8', '9']])
  })

  it('keeps U+2028 inside of a cell and drops NUL', async () => {
    const { rows } = await read('a,b\none\u2028two,x\0y\n')
    expect(rows[1]?.cells).toEqual(['one\u2028two', 'xy'])
  })

  it('keeps ids beyond 2^53 as they are', async () => {
    const ids = ['1855222380981800616', '9007199254740993', '18073964679397822']
    const { rows } = await read(csvText([['id', 'x'], ...ids.map((id) => [id, '1'])]))
    expect(rows.slice(1).map(({ cells }) => cells[0])).toEqual(ids)
    const book = await read(await makeWorkbook({ sheets: [{ name: 'One', rows: [['id'], ...ids.map((id) => [id])] }] }))
    expect(book.rows.slice(1).map(({ cells }) => cells[0])).toEqual(ids)
  })

  it('takes text after a closing quote and quotes inside of a cell as a spreadsheet does', async () => {
    const { rows } = await read('a,b\n"x"y,5" pipe\n,""\n')
    expect(rows.slice(1).map(({ cells }) => cells)).toEqual([['xy', '5" pipe'], ['', '']])
  })

  it('of a hundred thousand rows comes whole and in order', async () => {
    const { rows } = await read(csvText([['n', 'text'], ...Array.from({ length: 100_000 }, (_, index) => [String(index), 'some words, and more'])]))
    expect(rows).toHaveLength(100_001)
    expect(rows.every(({ line, cells }, index) => line === index + 1 && (index === 0 || cells[0] === String(index - 1)))).toBe(true)
  })
})

describe('a workbook', () => {
  it('gives each sheet with the place, kind and value of its cells', async () => {
    const { tables } = await read(
      await makeWorkbook({
        formats: ['yyyy-mm-dd', 'h:mm', '0.00%', '"d"0', '[Red]0'],
        sheets: [
          { name: 'A', rows: [['text', 12.5, true, { value: 45000, style: 1 }, { value: 0.375, style: 2 }, { value: 0.02, style: 3 }, { value: 7, style: 4 }, { value: 8, style: 5 }], [], ['', 'b']] },
          { name: 'B & C', rows: [] }
        ]
      })
    )
    expect(tables).toMatchObject([
      { name: 'A', rows: [{ line: 1, cells: ['text', '12.5', 'TRUE', '2023-03-15', '09:00:00', '0.02', '7', '8'], kinds: 'snbddnnn' }, { line: 3, cells: ['', 'b'], kinds: '-s' }] },
      { name: 'B & C', rows: [] }
    ])
  })

  it('counts days from 1904 where it says so', async () => {
    const { rows } = await read(await makeWorkbook({ date1904: true, formats: ['yyyy-mm-dd hh:mm'], sheets: [{ name: 'A', rows: [[{ value: 43538.5, style: 1 }]] }] }))
    expect(rows[0]?.cells).toEqual(['2023-03-15 12:00:00'])
  })
})

describe('a calendar', () => {
  it('gives one row an occurrence, moved and cancelled ones as they are', async () => {
    const { rows } = await read(
      ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-TIMEZONE:Europe/Oslo', 'BEGIN:VEVENT', 'UID:a', 'DTSTART;TZID=W. Europe Standard Time:20261019T090000', 'RRULE:FREQ=WEEKLY;COUNT=4',
        'EXDATE;TZID=W. Europe Standard Time:20261026T090000', 'SUMMARY:Instagram: weekly', 'DESCRIPTION:Folded', '  text\\, here', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:a',
        'RECURRENCE-ID;TZID=W. Europe Standard Time:20261102T090000', 'DTSTART;TZID=W. Europe Standard Time:20261103T100000', 'SUMMARY:Moved', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:b',
        'DTSTART;VALUE=DATE:20261224', 'SUMMARY:Christmas Eve', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'),
      'plan.ics'
    )
    expect(rows.slice(1).map(({ cells }) => [cells[1], cells[3], cells[4]])).toEqual([
      ['Instagram: weekly', '2026-10-19T09:00:00', 'W. Europe Standard Time'],
      ['Moved', '2026-11-03T10:00:00', 'W. Europe Standard Time'],
      ['Instagram: weekly', '2026-11-09T09:00:00', 'W. Europe Standard Time'],
      ['Christmas Eve', '2026-12-24', 'Europe/Oslo']
    ])
    expect(rows[1]?.cells[2]).toBe('Folded text, here')
  })
})
