import { ensureBuilt } from './lib/build.mjs'
import { desktopLaunch, ensureElectron, whyNoWindow } from './lib/electron.mjs'
import { withHome } from './lib/home.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { run, runNode } from './lib/run.mjs'
import { main, say } from './lib/say.mjs'

async function startInBrowser(reason, args) {
  say(`Opening in a browser, since ${reason}.`)
  return runNode(inRoot('out', 'main', 'loopback.js'), ['--open', ...args], { isApp: true })
}

async function start(args) {
  if (args.includes('--browser')) return startInBrowser('that was asked for', args.filter(arg => arg !== '--browser'))
  const hindrance = whyNoWindow()
  if (hindrance) return startInBrowser(hindrance, args)
  const electron = await ensureElectron()
  const launch = desktopLaunch(args)
  return electron ? run(electron, launch.args, { isApp: true, env: launch.env }) : startInBrowser('Electron could not be fetched', args)
}

await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  process.exitCode = (await start(await withHome(process.argv.slice(2)))).code
})
