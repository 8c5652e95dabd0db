/** What a figure is measured in. A ratio is a share of one; money is in whole units of its currency, not in cents. */
export type FigureUnit =
  | { kind: 'count' }
  | { kind: 'ratio'; decimals?: number }
  | { kind: 'seconds' }
  | { kind: 'money'; currency: string }
  | { kind: 'number'; decimals?: number }

export const count: FigureUnit = { kind: 'count' }
export const ratio: FigureUnit = { kind: 'ratio' }
export const seconds: FigureUnit = { kind: 'seconds' }
export const money = (currency: string): FigureUnit => ({ kind: 'money', currency })

const minutesAndHours = (locale: string, value: number, compact: boolean): string => {
  const unit = (amount: number, name: string, digits = 0): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit', unit: name, unitDisplay: compact ? 'narrow' : 'short', maximumFractionDigits: digits
    }).format(amount)
  if (Math.abs(value) < 60) return unit(value, 'second', 1)
  if (Math.abs(value) < 3600) return unit(value / 60, 'minute', 1)
  return unit(value / 3600, 'hour', 1)
}

function formatMoneyFigure(locale: string, value: number, currency: string, compact: boolean): string {
  const options: Intl.NumberFormatOptions = compact ? { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 } : { maximumFractionDigits: 2 }
  try {
    return new Intl.NumberFormat(locale, { ...options, style: 'currency', currency }).format(value)
  } catch {
    // A currency that the file misspelt is shown as it was written.
    return `${currency} ${new Intl.NumberFormat(locale, options).format(value)}`.trim()
  }
}

/**
 * A figure as people of a locale write it: `12,345`, `4.2%`, `1.5 hr`, `€1,200.50`.
 * `compact` is for axes and tight tiles: `12K`.
 */
export function formatFigure(locale: string, value: number, unit: FigureUnit, { compact = false }: { compact?: boolean } = {}): string {
  const notation = compact ? ('compact' as const) : ('standard' as const)
  switch (unit.kind) {
    case 'count':
      return new Intl.NumberFormat(locale, { notation, maximumFractionDigits: compact ? 1 : 0 }).format(value)
    case 'number':
      return new Intl.NumberFormat(locale, { notation, maximumFractionDigits: unit.decimals ?? 1 }).format(value)
    case 'ratio':
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: unit.decimals ?? (compact ? 1 : 2) }).format(value)
    case 'seconds':
      return minutesAndHours(locale, value, compact)
    case 'money':
      return formatMoneyFigure(locale, value, unit.currency, compact)
  }
}
