import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { sourceContents, sourceDates } from './fingerprint.mjs'
import { withLock } from './lock.mjs'
import { inRoot, tools } from './paths.mjs'
import { runNode } from './run.mjs'
import { SetupError, say, seconds } from './say.mjs'

const stamp = inRoot('out', '.built-from')
const PRODUCTS = ['main/index.js', 'main/loopback.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html']

const readStamp = () => {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'))
  } catch {
    return {}
  }
}

/** The bundles in `out/` are those of the sources as they are now. */
export function isBuilt() {
  if (!PRODUCTS.every(path => existsSync(inRoot('out', path)))) return false
  const known = readStamp()
  const dates = sourceDates()
  if (known.dates === dates) return true
  const contents = sourceContents()
  if (known.contents !== contents) return false
  writeFileSync(stamp, JSON.stringify({ dates, contents }))
  return true
}

/** Builds `out/`, whatever is there. @throws SetupError where the build fails */
export async function build() {
  const start = performance.now()
  // Taken before the build: a file saved while it runs makes the next look find it stale.
  const built = { dates: sourceDates(), contents: sourceContents() }
  const { code, output } = await runNode(tools.electronVite, ['build', '--logLevel', 'warn'], { capture: true })
  if (code !== 0) throw new SetupError(`The build failed.\n${output.trim()}`)
  if (output.trim()) say(output.trim())
  writeFileSync(stamp, JSON.stringify(built))
  say(`Built in ${seconds(start)}.`)
}

/** Builds where `out/` is missing or older than the sources. */
export async function ensureBuilt() {
  if (isBuilt()) return
  await withLock('build', async () => {
    if (!isBuilt()) await build()
  })
}
