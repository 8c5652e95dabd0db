import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { inRoot, root, tools } from './paths.mjs'
import { runNode } from './run.mjs'
import { say } from './say.mjs'

const FETCH_FOR = 90_000

/** Path of Electron's program where it has been fetched, else undefined. Never fetches. */
export function findElectron() {
  const folder = inRoot('node_modules', 'electron')
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return undefined
  const program = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(named, 'utf8').trim())
  return existsSync(program) ? program : undefined
}

/** There is a screen to show a window on. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

/** Why Electron cannot open a window here, whatever is installed; undefined where it can. */
export function whyNoWindow() {
  if (!hasDisplay()) return 'there is no display'
  if (process.platform === 'linux' && process.getuid?.() === 0) return 'Electron does not run as root'
  return undefined
}

/** Electron's program, fetched where it is not there yet; undefined where that fails or takes too long. */
export async function ensureElectron() {
  const found = findElectron()
  if (found) return found
  say(`Fetching Electron, about 110 MB, for at most ${FETCH_FOR / 1000} seconds.`)
  await runNode(tools.electronInstall, [], { capture: true, timeout: FETCH_FOR })
  return findElectron()
}

/**
 * The desktop app takes its data folder from the environment, since a path among its arguments is a file to open.
 *
 * @param {string[]} args may hold `--home DIR`
 * @returns {{ args: string[], env: Record<string, string> }}
 */
export function desktopLaunch(args) {
  const at = args.indexOf('--home')
  const home = at === -1 ? undefined : args[at + 1]
  if (home === undefined) return { args: [root, ...args], env: {} }
  return { args: [root, ...args.toSpliced(at, 2)], env: { GREENROOM_HOME: resolve(home) } }
}
