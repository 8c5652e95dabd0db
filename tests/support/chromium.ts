import { chromium, type Browser, type LaunchOptions } from 'playwright-core'
import { findChromium } from '../../scripts/lib/chromium.mjs'

/** Keeps Chromium from speaking to anyone by itself, so that every request seen is the app's. */
export const QUIET_FLAGS = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run'
]

/** Chromium refuses its sandbox to root and inside most containers. */
const SANDBOX_FLAGS = process.platform === 'linux' ? ['--no-sandbox'] : []

/** Path of the Chromium under test; `npm test` makes sure that there is one. */
export function chromiumPath(): string {
  const path = findChromium()
  if (path === undefined) throw new Error('No Chromium found. Run `npm test -- e2e`, or set GREENROOM_CHROMIUM.')
  return path
}

/** Options for `chromium.launch` and `launchPersistentContext` alike. */
export function chromiumOptions(flags: string[] = []): LaunchOptions {
  return { executablePath: chromiumPath(), headless: true, args: [...SANDBOX_FLAGS, ...QUIET_FLAGS, ...flags] }
}

/** Starts the Chromium under test; the caller closes it. */
export async function launchChromium(flags: string[] = []): Promise<Browser> {
  return chromium.launch(chromiumOptions(flags))
}
