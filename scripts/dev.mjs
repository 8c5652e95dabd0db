import { spawn } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { createInterface } from 'node:readline'
import { build } from './lib/build.mjs'
import { findChromium } from './lib/chromium.mjs'
import { desktopLaunch, findElectron, hasDisplay, whyNoWindow } from './lib/electron.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { withLock } from './lib/lock.mjs'
import { inRoot, root } from './lib/paths.mjs'
import { main, say } from './lib/say.mjs'

const QUIET_FOR = 150
const ADDRESS = /https?:\/\/(?:127\.0\.0\.1|localhost):\d+\/\S*/

/** Starts the loopback host and resolves with its launch address, which carries a code that works once. */
function startHost(args) {
  const host = spawn(process.execPath, ['--enable-source-maps', inRoot('out', 'main', 'loopback.js'), ...args], {
    cwd: root,
    stdio: ['inherit', 'pipe', 'inherit']
  })
  const address = new Promise(found => {
    createInterface({ input: host.stdout }).on('line', line => {
      say(line)
      const match = ADDRESS.exec(line)
      if (match) found(match[0])
    })
    host.once('exit', () => found(undefined))
  })
  return { host, address }
}

/** Ends a child as Ctrl+C does and waits until it is gone. */
const stopChild = host =>
  new Promise(stopped => {
    if (host.exitCode !== null || host.signalCode !== null) return stopped()
    host.once('exit', stopped)
    host.kill('SIGTERM')
  })

/** A browser window of our own, which follows each new address; nothing of this is in the app. */
async function openPage() {
  const chromium = hasDisplay() ? findChromium() : undefined
  if (!chromium) return undefined
  const { chromium: launcher } = await import('playwright-core')
  const context = await launcher.launchPersistentContext(inRoot('out', '.dev-browser'), {
    executablePath: chromium,
    viewport: null,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
  })
  return context.pages()[0] ?? context.newPage()
}

/** Calls `changed` once the sources have been still for a moment. */
function onSourceChange(changed) {
  let timer
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, QUIET_FOR)
  }
  for (const folder of ['src', 'resources'].map(name => inRoot(name)).filter(existsSync)) watch(folder, { recursive: true }, soon)
}

/** False where the sources do not build; the last good build keeps running. */
async function rebuild() {
  try {
    await withLock('build', build)
    return true
  } catch (error) {
    say(error.message)
    return false
  }
}

async function developInBrowser(args) {
  await rebuild()
  let current = startHost(args)
  const leave = () => void stopChild(current.host).then(() => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, leave)
  const page = await openPage()
  const show = async () => {
    const address = await current.address
    if (page && address) await page.goto(address).catch(() => undefined)
  }
  await show()
  if (!page) say('Open the address above; after each rebuild a new one is printed.')
  let working = Promise.resolve()
  onSourceChange(() => {
    working = working.then(async () => {
      if (!(await rebuild())) return
      await stopChild(current.host)
      current = startHost(args)
      await show()
    })
  })
  page?.on('close', leave)
}

/** The desktop app on the built sources, started afresh after each rebuild; closing its window ends it. */
async function developInWindow(args) {
  await rebuild()
  const launch = desktopLaunch(args)
  const start = () => spawn(findElectron(), launch.args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...launch.env } })
  let app = start()
  let restarting = false
  const leaveWithApp = () => app.once('exit', code => !restarting && process.exit(code ?? 0))
  leaveWithApp()
  let working = Promise.resolve()
  onSourceChange(() => {
    working = working.then(async () => {
      if (!(await rebuild())) return
      restarting = true
      await stopChild(app)
      restarting = false
      app = start()
      leaveWithApp()
    })
  })
}

await main(async () => {
  await ensureInstalled()
  const args = process.argv.slice(2)
  const hindrance = whyNoWindow() ?? (findElectron() ? undefined : 'Electron is not there (npm start fetches it)')
  if (!hindrance) {
    await developInWindow(args)
    return
  }
  say(`Developing in a browser, since ${hindrance}.`)
  await developInBrowser(args)
})
