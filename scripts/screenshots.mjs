import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { ensureBuilt } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { main, say, SetupError, seconds } from './lib/say.mjs'
import { prepareHomes } from './lib/screenshot-home.mjs'
import { readmeScreens, screens } from './lib/screenshot-screens.mjs'

/**
 * Takes a picture of every screen, empty, with the demo client and full, at two sizes, light and dark.
 *
 * `npm run screenshots` takes all; words after `--` choose those whose name has one of them (`demo/assets`, `dark`, `1280`).
 * `npm run screenshots -- --readme` writes the README's pictures as well.
 */

const SIZES = [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }]
const THEMES = ['light', 'dark']
const FLAGS = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
const folder = inRoot('test-results', 'screenshots')

/** Starts the loopback host on a home; answers with its launch address and how to end it. */
async function serve(home) {
  const host = spawn(process.execPath, [inRoot('out', 'main', 'loopback.js'), '--home', home], { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await new Promise((found, failed) => {
    createInterface({ input: host.stdout }).on('line', line => {
      const [url] = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line) ?? []
      if (url) found(url)
    })
    host.once('exit', code => failed(new SetupError(`The host ended with ${code}.`)))
  })
  const stop = () =>
    new Promise(done => {
      host.once('exit', done)
      host.kill('SIGTERM')
    })
  return { address, stop }
}

/** What is still on its way; `undefined` in the page's own words when nothing is. */
const pending = () => {
  if (document.querySelector('[aria-busy="true"]')) return 'a busy region'
  // What lies outside of the window is loaded when it is scrolled to.
  const shown = [...document.images].filter(image => {
    const { width, top, bottom } = image.getBoundingClientRect()
    return width > 0 && bottom > 0 && top < innerHeight
  })
  return shown.every(image => image.complete && image.naturalWidth > 0) ? undefined : 'a picture'
}

/** Waits until nothing was on its way for a moment: lists ask for their pictures only after they were filled. */
async function settle(page) {
  const deadline = Date.now() + 15_000
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  for (let quiet = 0; quiet < 4; ) {
    await page.waitForTimeout(120)
    const what = await page.evaluate(pending)
    if (what !== undefined && Date.now() > deadline) throw new Error(`${what} did not come`)
    quiet = what === undefined ? quiet + 1 : 0
  }
}

async function show(page, screen, made) {
  const path = screen.path.replace(/:(\w+)/g, (_, name) => (name === 'client' ? made[screen.state] : made[name]))
  // By way of nowhere, so that a screen is entered anew and nothing of the last act stays open.
  const nowhere = page.getByText('This address leads nowhere.')
  await page.evaluate(() => { location.hash = '#/nowhere' })
  await nowhere.waitFor()
  await page.evaluate(to => { location.hash = `#${to}` }, path)
  await nowhere.waitFor({ state: 'hidden' })
  await settle(page)
  if (!screen.act) return
  await screen.act(page)
  await settle(page)
}

const nameOf = (screen, size, theme) => `${screen.state}/${screen.name}-${size.width}x${size.height}-${theme}.png`

async function shoot(page, screen, size, theme, made) {
  const file = join(folder, nameOf(screen, size, theme))
  try {
    await show(page, screen, made)
    await page.screenshot({ path: file })
    return true
  } catch (error) {
    say(`${nameOf(screen, size, theme)} could not be taken: ${error.message.split('\n')[0]}`)
    return false
  } finally {
    // What was opened, and then what was selected.
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Escape')
  }
}

/** Every wanted picture of the screens that one host shows. */
async function shootAll(browser, home, made, wanted) {
  if (wanted.length === 0) return { taken: 0, missed: 0 }
  const host = await serve(home)
  const counts = { taken: 0, missed: 0 }
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(10_000)
    await page.goto(host.address)
    await page.getByRole('navigation').first().waitFor()
    for (const { screen, size, theme } of wanted) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      counts[(await shoot(page, screen, size, theme, made)) ? 'taken' : 'missed'] += 1
    }
    await page.close()
  } finally {
    await host.stop()
  }
  return counts
}

function choose(words) {
  const all = THEMES.flatMap(theme => SIZES.flatMap(size => screens.map(screen => ({ screen, size, theme }))))
  const fits = ({ screen, size, theme }) => words.length === 0 || words.some(word => nameOf(screen, size, theme).includes(word))
  const wanted = all.filter(fits)
  return { fresh: wanted.filter(({ screen }) => screen.state === 'fresh'), filled: wanted.filter(({ screen }) => screen.state !== 'fresh') }
}

/** A palette makes it a third of the size, and nobody sees the difference. */
async function writeReadmePictures() {
  mkdirSync(inRoot('docs', 'images'), { recursive: true })
  for (const { screen, file, width } of readmeScreens) {
    const size = SIZES.find(one => one.width === width)
    const taken = sharp(join(folder, nameOf(screen, size, 'light')))
    await taken.png({ palette: true, quality: 90, compressionLevel: 9 }).toFile(inRoot('docs', 'images', file))
    say(`Wrote docs/images/${file}.`)
  }
}

await main(async () => {
  const start = performance.now()
  await ensureInstalled()
  await ensureBuilt()
  const program = await ensureChromium()
  const words = process.argv.slice(2).filter(word => !word.startsWith('--'))
  const readme = process.argv.includes('--readme')
  const work = mkdtempSync(join(tmpdir(), 'greenroom-screenshots-'))
  const browser = await chromium.launch({ executablePath: program, headless: true, args: FLAGS })
  try {
    const made = await prepareHomes(work)
    const wanted = choose(words)
    const parts = [await shootAll(browser, made.fresh, made, wanted.fresh), await shootAll(browser, made.filled, made, wanted.filled)]
    const sum = key => parts.reduce((total, part) => total + part[key], 0)
    if (readme) await writeReadmePictures()
    say(`${sum('taken')} pictures in ${folder}, ${sum('missed')} missing, in ${seconds(start)}.`)
    if (sum('missed') > 0) process.exitCode = 1
  } finally {
    await browser.close()
    rmSync(work, { recursive: true, force: true })
  }
})
