import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { tools } from './paths.mjs'
import { aptInstall, canAptInstall, runNode, which } from './run.mjs'
import { SetupError, say } from './say.mjs'

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']

const USUAL_PLACES = {
  linux: ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap(name =>
    ['/Applications', join(homedir(), 'Applications')].map(folder => `${folder}/${name}.app/Contents/MacOS/${name}`)
  ),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap(folder => [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Chromium\\Application\\chrome.exe`,
      `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`
    ])
}

const PLAYWRIGHT_CACHE = {
  linux: join(homedir(), '.cache', 'ms-playwright'),
  darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright')
}

const IN_PLAYWRIGHT = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe'
]

function fromPlaywright() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? PLAYWRIGHT_CACHE[process.platform]
  if (!cache || !existsSync(cache)) return []
  const newestFirst = readdirSync(cache).filter(name => /^chromium-\d+$/.test(name)).sort().reverse()
  return newestFirst.flatMap(name => IN_PLAYWRIGHT.map(path => join(cache, name, path)))
}

/**
 * Where a Chromium or Chrome is: GREENROOM_CHROMIUM, then the system's, then Playwright's.
 *
 * @returns {string | undefined} path of the program
 * @throws SetupError where GREENROOM_CHROMIUM names a file that is not there
 */
export function findChromium() {
  const named = process.env.GREENROOM_CHROMIUM
  if (named) {
    if (existsSync(named)) return named
    throw new SetupError(`GREENROOM_CHROMIUM names ${named}, and there is no such file.`)
  }
  const system = process.platform === 'win32' ? [] : ON_PATH.map(which).filter(Boolean)
  return [...system, ...(USUAL_PLACES[process.platform] ?? []), ...fromPlaywright()].find(path => existsSync(path))
}

/** Finds a Chromium, or says how it gets one and gets it. @returns {Promise<string>} path of the program */
export async function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (canAptInstall()) {
    say('No Chromium found: installing Debian\'s package (apt-get install -y chromium).')
    await aptInstall(['chromium'])
  } else {
    say('No Chromium found: fetching Playwright\'s (npx playwright-core install chromium).')
    await runNode(tools.playwright, ['install', 'chromium'], { quiet: true })
  }
  const got = findChromium()
  if (got) return got
  throw new SetupError('No Chromium could be installed. Install Chromium or Chrome, or set GREENROOM_CHROMIUM to its program file.')
}
