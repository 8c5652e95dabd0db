import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileHash } from './fingerprint.mjs'
import { withLock } from './lock.mjs'
import { inRoot } from './paths.mjs'
import { aptInstall, canAptInstall, run, runNpm, which } from './run.mjs'
import { SetupError, say } from './say.mjs'

const OLDEST_NODE = [20, 19, 0]
const lockFile = inRoot('package-lock.json')
const marker = inRoot('node_modules', '.greenroom-lock')
const COMPILE_HINT = 'Where no prebuilt SQLite driver fits, it is compiled: 2 to 3 minutes, with python3, make and g++.'

/** @throws SetupError where this Node is too old */
export function requireNode(version = process.versions.node) {
  const parts = version.split('.').map(Number)
  const [major, minor] = OLDEST_NODE
  if (parts[0] > major || (parts[0] === major && parts[1] >= minor)) return
  throw new SetupError(`Greenroom needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${version}. Get it at https://nodejs.org.`)
}

const readJson = path => JSON.parse(readFileSync(path, 'utf8'))

/** npm writes down what it installed; equal versions mean that there is nothing to do. */
function installedMatchesLock() {
  const installed = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const present = readJson(installed).packages
  return Object.entries(readJson(lockFile).packages).every(
    ([path, wanted]) => path === '' || wanted.optional || wanted.devOptional || wanted.peer || present[path]?.version === wanted.version
  )
}

const isMarked = () => existsSync(marker) && readFileSync(marker, 'utf8').trim() === fileHash(lockFile)

/** Loads the native parts in a process of their own. Returns the failure's text, or undefined. */
async function nativeFault(name) {
  const { code, output } = await run(process.execPath, ['-e', `require(${JSON.stringify(name)})`], { capture: true })
  return code === 0 ? undefined : output.trim()
}

const missingCompilers = () =>
  [['python3', 'python'], ['make'], ['g++', 'c++', 'clang++']].filter(names => !names.some(which)).map(([name]) => name)

async function getCompilers() {
  const missing = process.platform === 'win32' ? [] : missingCompilers()
  if (missing.length === 0) return
  if (canAptInstall()) {
    say(`Installing ${missing.join(', ')} with apt-get, to compile the SQLite driver.`)
    if (await aptInstall(missing)) return
  }
  const how = process.platform === 'darwin' ? 'xcode-select --install' : `sudo apt-get install -y ${missing.join(' ')}`
  throw new SetupError(`The SQLite driver must be compiled, and ${missing.join(', ')} is missing. Install it (for example: ${how}) and try again.`)
}

async function ensureDriver() {
  if ((await nativeFault('sqlite3')) === undefined) return
  await getCompilers()
  say('Building the SQLite driver: 2 to 3 minutes.')
  const { code } = await runNpm(['rebuild', 'sqlite3', '--foreground-scripts'], { quiet: true })
  const fault = await nativeFault('sqlite3')
  if (code !== 0 || fault) throw new SetupError(`The SQLite driver could not be built or loaded.\n${fault ?? ''}`)
}

async function ensureImages() {
  const fault = await nativeFault('sharp')
  if (!fault) return
  throw new SetupError(`The image library sharp has no binary for this machine. Try: npm ci --include=optional\n${fault}`)
}

// Electron's tools ask for a newer Node than the app does; npm would say so for each of them.
const CALM = ['--no-audit', '--no-fund', '--loglevel=error']

async function install() {
  say(`Installing packages. ${COMPILE_HINT}`)
  const first = await runNpm(['ci', ...CALM], { quiet: true })
  if (first.code === 0) return
  // The usual reason is a driver that could not be compiled: install without scripts, then build it by itself.
  say('Installing once more without install scripts.')
  const second = await runNpm(['ci', ...CALM, '--ignore-scripts'], { quiet: true })
  if (second.code !== 0) throw new SetupError('npm could not install the packages; its own words are above.')
}

/** Installs the packages of the lock file where they are not there yet, and makes sure that the native ones load. */
export async function ensureInstalled() {
  requireNode()
  if (isMarked()) return
  await withLock('install', async () => {
    if (isMarked()) return
    if (!installedMatchesLock()) await install()
    await ensureDriver()
    await ensureImages()
    writeFileSync(marker, `${fileHash(lockFile)}\n`)
  })
}
