import type { ChartColors } from '@shared/charts/bar-chart.config'

/** The interface's color tokens as a canvas needs them: resolved for the theme that is on. */
export function tokenColors(near: HTMLElement): ChartColors {
  const probe = document.createElement('span')
  // With reduced motion every change takes a moment too short to see, and until then the color before it is read.
  probe.style.setProperty('transition', 'none', 'important')
  near.parentElement?.append(probe)
  const read = (token: string): string => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const colors = {
    series: read('--gr-series-1'),
    text: read('--gr-ink'),
    quietText: read('--gr-ink-3'),
    line: read('--gr-line'),
    surface: read('--gr-surface')
  }
  probe.remove()
  return colors
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
