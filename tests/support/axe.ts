import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResults {
  violations: { id: string; impact: string | null; nodes: { target: unknown[]; failureSummary?: string }[] }[]
}

/** Waits until nothing moves or fades: a dialog that is half there has half its contrast. */
async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const finite = () =>
      document.getAnimations().filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
    for (let running = finite(); running.length > 0; running = finite()) {
      await Promise.allSettled(running.map(({ finished }) => finished))
    }
  })
}

async function scan(page: Page): Promise<string[]> {
  await comeToRest(page)
  const results = (await page.evaluate(
    () => (window as unknown as { axe: { run(options: object): Promise<unknown> } }).axe.run({ resultTypes: ['violations'] })
  )) as AxeResults
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`))
}

/**
 * Serious and critical findings of axe on what the page shows now, one line each; none is the goal. What is found is
 * looked for once more: a color that is on its way to another one is no finding.
 */
export async function seriousIssues(page: Page): Promise<string[]> {
  await page.evaluate(source)
  if ((await scan(page)).length === 0) return []
  await page.waitForTimeout(500)
  return scan(page)
}
