/** Round numbers that cover the values, zero among them where the values are on one side of it and bars stand on it. */
export interface TickRange {
  min: number
  max: number
  ticks: number[]
}

const steps = [1, 2, 2.5, 5, 10]

function stepFor(span: number, most: number, whole: boolean): number {
  const raw = span / most
  const power = 10 ** Math.floor(Math.log10(raw))
  const found = steps.map((step) => step * power).find((step) => step >= raw && (!whole || Number.isInteger(step)))
  return found ?? Math.max(whole ? 1 : 0, 10 * power)
}

/** Ticks for values that are known. `whole`: no tick between two whole numbers, for what is counted. */
export function tickRange(values: readonly number[], { fromZero, whole, most = 5 }: { fromZero: boolean; whole: boolean; most?: number }): TickRange {
  const lowest = values.length > 0 ? Math.min(...values) : 0
  const highest = values.length > 0 ? Math.max(...values) : 1
  const from = fromZero ? Math.min(0, lowest) : lowest
  const to = fromZero ? Math.max(0, highest) : highest
  const span = to - from || Math.abs(to) || 1
  const step = stepFor(span, most, whole)
  const min = Math.floor(from / step) * step
  const max = Math.max(Math.ceil(to / step) * step, min + step)
  const ticks: number[] = []
  for (let index = 0; min + index * step <= max + step / 1000; index += 1) ticks.push(Number((min + index * step).toPrecision(12)))
  return { min, max, ticks }
}
