import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchChromium } from '../chromium'
import { DesktopUnderTest } from './index'
import type { MainOptions } from './main-process'

export interface DesktopFixture {
  /** An app with a home of its own, or with the one that is given; ended after the file's tests. */
  start(options?: Partial<MainOptions>): Promise<DesktopUnderTest>
  newHome(): Promise<string>
}

/** One browser for the tests of a file. */
export function useDesktop(): DesktopFixture {
  let browser: Browser
  const homes: string[] = []
  const desktops: DesktopUnderTest[] = []

  beforeAll(async () => {
    // The page's own name is this machine; nothing else is looked up.
    browser = await launchChromium(['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE greenroom.localhost'])
  })
  afterAll(async () => {
    await Promise.all(desktops.map((desktop) => desktop.dispose()))
    await browser.close()
    await Promise.all(homes.map((home) => rm(home, { recursive: true, force: true })))
  })

  async function newHome(): Promise<string> {
    const home = await realpath(await mkdtemp(join(tmpdir(), 'greenroom-desktop-')))
    homes.push(home)
    return home
  }
  return {
    newHome,
    async start(options = {}) {
      const home = options.home ?? (await newHome())
      const desktop = await DesktopUnderTest.start(browser, { ...options, home })
      desktops.push(desktop)
      return desktop
    }
  }
}
