/** Digits after the point that a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
function fractionDigits(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** Money as people of a locale write it, without decimals where there are none: `NOK 12,500`. Without a currency, the bare figure. */
export function formatMoney(locale: string, minor: number, currency: string): string {
  const digits = fractionDigits(currency || 'EUR')
  const value = minor / 10 ** digits
  const options = { minimumFractionDigits: Number.isInteger(value) ? 0 : digits, maximumFractionDigits: digits }
  return new Intl.NumberFormat(locale, currency ? { ...options, style: 'currency', currency } : options).format(value)
}

/** What stands in the field: `12500` or `12500.50`. */
export function moneyField(minor: number | null, currency: string): string {
  if (minor === null) return ''
  const digits = fractionDigits(currency || 'EUR')
  const value = minor / 10 ** digits
  return Number.isInteger(value) ? String(value) : value.toFixed(digits)
}

/**
 * Minor units from what a person typed: point or comma before at most three last digits, blanks and group marks left out.
 * Null for nothing, undefined for what is no amount.
 */
export function parseMoney(text: string, currency: string): number | null | undefined {
  const plain = text.replace(/[\s'’]/g, '')
  if (plain === '') return null
  const digits = fractionDigits(currency || 'EUR')
  const parts = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,3}))?$/.exec(plain)
  if (!parts) return undefined
  const whole = (parts[1] ?? '').replace(/[.,]/g, '')
  const rest = parts[2] ?? ''
  if (rest.length > digits) return undefined
  const minor = Number(whole) * 10 ** digits + Number(rest.padEnd(digits, '0') || '0')
  return Number.isSafeInteger(minor) ? minor : undefined
}

/** An amount in whole units of its currency: 12500 cents are 125. */
export const fromMinor = (minor: number, currency: string): number => minor / 10 ** fractionDigits(currency || 'EUR')
