import { describe, expect, it } from 'vitest'
import { findDecimalMark, readNumber } from '../../src/shared/tables/read-number'

const column = (...cells: string[]) => {
  const mark = findDecimalMark(cells)
  return cells.map((cell) => readNumber(cell, mark) ?? null)
}

describe('a column of figures', () => {
  it('has one decimal mark, told by all of its cells', () => {
    expect(column('9,36', '1.234,50', '7')).toEqual([9.36, 1234.5, 7])
    expect(column('6.2527773973', '0.5')).toEqual([6.2527773973, 0.5])
    expect(column('25,881', '20,287', '--')).toEqual([25881, 20287, null])
    expect(column('1.234.567', '12')).toEqual([1234567, 12])
    expect(column('US$50.00', '77.77%', '1 234.5')).toEqual([50, 77.77, 1234.5])
    expect(column('−5', '-3', '+2')).toEqual([-5, -3, 2])
  })

  it('keeps nothing apart from zero', () => {
    expect(column('', '-', ' --', 'NAN', 'undefined', 'N/A', '< 1%', '<5', '0', 'menos de 1%')).toEqual([null, null, null, null, null, null, null, null, 0, null])
  })

  it('makes no figure of words', () => {
    expect(column('many', 'e', '1e400', '.')).toEqual([null, null, null, null])
  })
})
