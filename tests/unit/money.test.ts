import { describe, expect, it } from 'vitest'
import { formatMoney, moneyField, parseMoney } from '../../src/shared/features/campaigns/money'

describe('a budget', () => {
  it.each([
    ['12500', 'NOK', 1_250_000], ['12 500', 'NOK', 1_250_000], ['12.500', 'EUR', 1_250_000], ['12,500.5', 'USD', 1_250_050],
    ['12.500,50', 'EUR', 1_250_050], ['1250', 'JPY', 1250], ['0,05', 'EUR', 5], ['1,250', 'KWD', 1_250_000], ['7', '', 700]
  ])('typed as “%s” in %s is %d in minor units', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toBe(minor)
  })

  it('is none when nothing is typed, and refused when it is no amount', () => {
    expect(parseMoney('  ', 'EUR')).toBeNull()
    for (const text of ['-5', 'ten', '1,2,3', '12,50 kr', '1.5555', '99999999999999999']) expect(parseMoney(text, 'EUR')).toBeUndefined()
    expect(parseMoney('12.50', 'JPY')).toBeUndefined()
  })

  it('is written as people write it, and stands in its field as it can be typed', () => {
    expect(formatMoney('en-US', 1_250_000, 'NOK').replace(/\s/g, ' ')).toBe('NOK 12,500')
    expect(formatMoney('en-US', 1_250_050, 'USD')).toBe('$12,500.50')
    expect(formatMoney('en-US', 700, '')).toBe('7')
    expect(moneyField(1_250_050, 'EUR')).toBe('12500.50')
    expect(parseMoney(moneyField(1_250_050, 'EUR'), 'EUR')).toBe(1_250_050)
    expect(moneyField(null, 'EUR')).toBe('')
  })
})
