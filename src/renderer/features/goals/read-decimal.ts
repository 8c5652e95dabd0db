/**
 * A number as people type it: `1 200`, `1.200,5`, `1,200.5`, `4.5 %`. The last mark is the decimal one, unless it groups
 * thousands: three digits after a single mark (`1,200`), or the same mark twice.
 */
export function readDecimal(text: string): number | undefined {
  const plain = text.replace(/[\s’'%]/gu, '')
  if (!/^-?\d[\d.,]*$/.test(plain)) return undefined
  const mark = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','))
  if (mark < 0) return Number(plain)
  const sign = plain[mark] ?? ''
  const groups = plain.split(sign).length > 2 || (/^-?[1-9]\d{0,2}$/.test(plain.slice(0, mark)) && /^\d{3}$/.test(plain.slice(mark + 1)))
  const read = groups ? Number(plain.replace(/[.,]/g, '')) : Number(`${plain.slice(0, mark).replace(/[.,]/g, '')}.${plain.slice(mark + 1)}`)
  return Number.isFinite(read) ? read : undefined
}
