import type { ChartColors } from '@shared/charts/bar-chart.config'
import type { FigureChartColors } from '@shared/charts/figure-chart.config'

/** Reads tokens as a canvas needs them: resolved for the theme that is on. */
function readTokens(near: HTMLElement, tokens: readonly string[]): string[] {
  const probe = document.createElement('span')
  // With reduced motion every change takes a moment too short to see, and until then the color before it is read.
  probe.style.setProperty('transition', 'none', 'important')
  near.parentElement?.append(probe)
  const colors = tokens.map((token) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  })
  probe.remove()
  return colors
}

/** The interface's color tokens, for a chart of one series. */
export function tokenColors(near: HTMLElement): ChartColors {
  const [series = '', text = '', quietText = '', line = '', surface = ''] = readTokens(near, ['--gr-series-1', '--gr-ink', '--gr-ink-3', '--gr-line', '--gr-surface'])
  return { series, text, quietText, line, surface }
}

/** The same with the colors of six series. */
export function chartColors(near: HTMLElement): FigureChartColors {
  const { series: _first, ...others } = tokenColors(near)
  return { ...others, series: readTokens(near, [1, 2, 3, 4, 5, 6].map((index) => `--gr-series-${index}`)) }
}

/** Calls back when the theme changes, by choice or by the system. Gives back a function that ends it. */
export function watchTheme(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  system.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    system.removeEventListener('change', changed)
  }
}

export const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
