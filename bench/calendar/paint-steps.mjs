import { chromium } from 'playwright-core'
import { percentile } from '../support/measure.mjs'

const ROUNDS = 15
const FLAGS = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
const QUIET = 150
/** Months that the page keeps at hand; beyond them it asks anew. */
const FAR = 8

/** In the page: from the next key press to the frame in which a month stands with its tiles. */
function watchNextKey({ month, least }) {
  globalThis.painted = new Promise(done => {
    addEventListener('keydown', ({ timeStamp }) => {
      const stands = () =>
        document.querySelector('[role=grid]')?.getAttribute('aria-label') === month && document.querySelectorAll('[role=gridcell] [data-tile]').length >= least
      const look = () => {
        if (!stands()) return void requestAnimationFrame(look)
        // A message is delivered once the frame that is being made has been painted.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => done(performance.now() - timeStamp)
        port2.postMessage(undefined)
      }
      requestAnimationFrame(look)
    }, { capture: true, once: true })
  })
}

const tiles = page => page.locator('[role=gridcell] [data-tile]').count()
const monthShown = page => page.locator('[role=grid]').first().getAttribute('aria-label')

/** Answers with a function that waits until the calendar has asked for nothing for a moment. */
function followRequests(page) {
  let last = performance.now()
  const open = new Set()
  const isOurs = request => request.url().includes('/rpc/calendar/')
  page.on('request', request => isOurs(request) && open.add(request))
  for (const end of ['requestfinished', 'requestfailed']) {
    page.on(end, request => {
      if (open.delete(request)) last = performance.now()
    })
  }
  return async () => {
    await page.waitForTimeout(QUIET)
    while (open.size > 0 || performance.now() - last < QUIET) await page.waitForTimeout(QUIET / 5)
  }
}

/** `cpuMs`: of the page's main thread alone, whatever else the machine does meanwhile. */
const told = rounds => {
  const taken = rounds.map(({ wall }) => wall)
  const cpuMs = percentile(rounds.map(({ cpu }) => cpu), 0.5)
  return { cpuMs, ...timesOf(taken) }
}

const timesOf = taken => ({ p50: percentile(taken, 0.5), p95: percentile(taken, 0.95), most: Math.max(...taken), calls: taken.length })

/** Answers with a function that tells the CPU ms of the page's main thread so far. */
async function followCpu(context, page) {
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0) * 1000
  }
}

/**
 * The month as a person turns to it in the built page: from the key press to the frame in which its tiles stand. `ahead` was
 * asked for while the month before was looked at, as the page does it; `asked` is asked for when the key is pressed.
 *
 * @param {{ origin: string, token: string }} host
 * @param {{ clientId: string, month: string }} place `month`: its first day
 * @param {string} executablePath of Chromium
 */
export async function measurePainting({ origin, token }, { clientId, month }, executablePath) {
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  try {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'en-US', timezoneId: 'Europe/Oslo' })
    await context.addInitScript(value => sessionStorage.setItem('greenroom.session', value), token)
    const page = await context.newPage()
    const cpu = await followCpu(context, page)
    const settled = followRequests(page)
    const press = async (key, times = 1) => {
      for (let at = 0; at < times; at += 1) {
        await page.keyboard.press(key)
        await settled()
      }
    }
    await page.goto(`${origin}/#/clients/${clientId}/calendar`)
    await page.locator('[role=grid]').first().waitFor()
    await settled()
    const wanted = new Date(`${month}T00:00:00Z`).toLocaleDateString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' })
    while ((await monthShown(page)) !== wanted) await press('j')
    const shown = { month: wanted, least: await tiles(page) }
    const timed = async key => {
      await page.evaluate(watchNextKey, shown)
      const before = await cpu()
      await page.keyboard.press(key)
      const taken = { wall: await page.evaluate('painted'), cpu: (await cpu()) - before }
      await settled()
      return taken
    }
    const [ahead, asked] = [[], []]
    for (let round = 0; round < ROUNDS; round += 1) {
      await press('k')
      ahead.push(await timed('j'))
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      await press('j', FAR)
      await press('k', FAR - 3)
      // Three at once: the first two show months whose neighbors are not asked for yet.
      await page.keyboard.press('k')
      await page.keyboard.press('k')
      asked.push(await timed('k'))
    }
    return { shown: shown.least, ahead: told(ahead), asked: told(asked) }
  } finally {
    await browser.close()
  }
}
