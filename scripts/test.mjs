import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { build, isBuilt } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { withLock } from './lib/lock.mjs'
import { inRoot, root, tools } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { SetupError, main, say, seconds } from './lib/say.mjs'

const LEVELS = ['unit', 'repository', 'contract', 'jobs', 'component', 'architecture', 'e2e', 'electron']
const IN_A_BROWSER = new Set(['e2e', 'electron'])
const results = inRoot('test-results')
const LINES_OF_A_FAILURE = 8

/** @typedef {{ passed: number, failed: number, skipped: number, output?: string, broken?: string[] }} Counts */

/** These read the sources only: they run side by side, and what they say comes when each is done. */
const READERS = ['typecheck', 'lint', 'deps']

/** A step that is no test run passes silently and counts as one failure when it fails. */
const asCounts = ok => ({ passed: 0, failed: ok ? 0 : 1, skipped: 0 })
const tool = (file, args = []) => async () => {
  const { code, output } = await runNode(file, args, { capture: true })
  return { ...asCounts(code === 0), output: code === 0 ? '' : output.trim() }
}

async function buildStep() {
  await withLock('build', async () => {
    if (!isBuilt()) await build()
  })
  return asCounts(true)
}

/** Each test that failed with the begin of what it said, for the end of a long run, where the rest is far above. */
function brokenTests(files) {
  return files.flatMap(({ name, message, assertionResults }) => {
    const place = relative(inRoot(), name)
    const tests = assertionResults.filter(({ status }) => status === 'failed')
    if (tests.length === 0 && message) return [`${place}\n  ${firstLines(message)}`]
    return tests.map(({ fullName, failureMessages }) => `${place} > ${fullName}\n  ${failureMessages.map(firstLines).join('\n  ')}`)
  })
}

const isOurs = line => !/^\s+at /.test(line) || (line.includes(root) && !line.includes('node_modules'))
const firstLines = message => stripVTControlCharacters(message).split('\n').filter(isOurs).slice(0, LINES_OF_A_FAILURE).join('\n  ')

function readCounts(report, code) {
  try {
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: todo, testResults } = JSON.parse(
      readFileSync(report, 'utf8')
    )
    // A file that does not load, or an error outside any test, fails the run without failing a test.
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: pending + todo, broken: brokenTests(testResults) }
  } catch {
    return asCounts(code === 0)
  }
}

async function level(name, filters) {
  const report = `${results}/${name}.json`
  rmSync(report, { force: true })
  const env = IN_A_BROWSER.has(name) ? { GREENROOM_CHROMIUM: await ensureChromium() } : {}
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await runNode(tools.vitest, ['run', '--project', name, '--passWithNoTests', ...reporters, ...filters], { env })
  return readCounts(report, code)
}

const steps = filters => ({
  typecheck: tool(inRoot('scripts', 'typecheck.mjs')),
  lint: tool(tools.eslint, ['.', '--max-warnings', '0']),
  deps: tool(tools.depcruise, ['src', '--config', '.dependency-cruiser.cjs']),
  build: buildStep,
  ...Object.fromEntries(LEVELS.map(name => [name, () => level(name, filters)]))
})

/** Runs one step; what it throws is told and counts as a failure, so that the closing line is always printed. */
async function perform(name, step) {
  const start = performance.now()
  if (!READERS.includes(name)) say(`\n— ${name}`)
  let counts
  try {
    counts = await step()
  } catch (error) {
    say(error instanceof SetupError ? error.message : error.stack)
    counts = asCounts(false)
  }
  if (counts.output) say(counts.output)
  say(`— ${name}: ${counts.failed === 0 ? 'ok' : 'FAILED'} in ${seconds(start)}`)
  return { name, ...counts }
}

/** The names in order, those that may run side by side in one entry. */
function stages(names) {
  const readers = names.filter(name => READERS.includes(name))
  const others = names.filter(name => !READERS.includes(name)).map(name => [name])
  return readers.length > 0 ? [readers, ...others] : others
}

function closingLine(all) {
  const sum = key => all.reduce((total, counts) => total + counts[key], 0)
  const skipped = sum('skipped')
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** `npm test -- unit lint` runs these steps; what is no step's name is a filter for the test files. */
function choose(args) {
  const names = Object.keys(steps([]))
  const chosen = names.filter(name => args.includes(name))
  return { names: chosen.length > 0 ? chosen : names, filters: args.filter(arg => !names.includes(arg)) }
}

const usesBundles = names => names.some(name => LEVELS.includes(name)) && !names.includes('build')

await main(async () => {
  const start = performance.now()
  const { names, filters } = choose(process.argv.slice(2))
  await ensureInstalled()
  mkdirSync(results, { recursive: true })
  const all = []
  const available = steps(filters)
  for (const stage of stages(usesBundles(names) ? ['build', ...names] : names)) {
    all.push(...(await Promise.all(stage.map(name => perform(name, available[name])))))
  }
  const failed = all.filter(counts => counts.failed > 0).map(({ name }) => name)
  say(`\nAll in ${seconds(start)}.${failed.length > 0 ? ` Failed: ${failed.join(', ')}.` : ''}`)
  for (const broken of all.flatMap(counts => counts.broken ?? [])) say(`FAILED ${broken}`)
  process.stdout.write(`${closingLine(all)}\n`)
  process.exitCode = failed.length > 0 ? 1 : 0
})
