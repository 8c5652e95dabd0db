import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { run } from '../../scripts/lib/run.mjs'
import { SetupError } from '../../scripts/lib/say.mjs'
import { measure } from '../support/measure.mjs'
import { peakOf } from '../support/process-tree.mjs'

const cli = inRoot('out', 'main', 'cli.js')

async function askCli(home, args) {
  const { code, output } = await run(process.execPath, [cli, '--home', home, '--json', '--quiet', ...args], { capture: true })
  if (code !== 0) throw new SetupError(`greenroom ${args[0]} ended with ${code}.\n${output.slice(-1500)}`)
  return JSON.parse(output)
}

/** A client of the app with the photographs taken in. @returns the focal points that intake found, by file name */
export async function prepareApp(home, photographs) {
  await askCli(home, ['client', 'add', 'Bench'])
  await askCli(home, ['asset', 'add', '-c', 'Bench', ...photographs])
  const { assets } = await askCli(home, ['asset', 'list', '-c', 'Bench'])
  return Object.fromEntries(assets.map(({ fileName, focal }) => [basename(fileName), focal]))
}

const countFiles = folder => {
  try {
    return readdirSync(folder, { recursive: true }).filter(name => /\.jpg$/.test(name)).length
  } catch {
    return 0
  }
}

/**
 * Exports everything with the built command line. `cpu` and `wall` go until the last file is in its place; what comes
 * after, the contact sheet and the manifest, is told apart.
 */
export async function exportWithApp({ home, placements, out, files }) {
  rmSync(out, { recursive: true, force: true })
  const start = performance.now()
  let placed
  const onSample = ({ cpu }) => {
    if (!placed && countFiles(out) >= files) placed = { cpu, wall: (performance.now() - start) / 1000 }
  }
  const args = ['export', '-c', 'Bench', '--all', '--placement', placements.map(({ id }) => id).join(','), '--out', out]
  const command = [process.execPath, cli, '--home', home, '--json', '--quiet', ...args]
  const { cpu, wall, output, tree } = await measure(command, { watch: true, onSample })
  const { totals, contactSheet } = JSON.parse(output)
  if (totals.files !== files || !contactSheet) throw new SetupError(`The app made ${totals.files} of ${files} files.`)
  const seen = tree.processes.reduce((sum, one) => sum + one.cpu, 0)
  const until = placed ?? { cpu, wall }
  return {
    ...until,
    whole: { cpu, wall },
    bytes: totals.bytes,
    sheetCpu: placed ? seen - placed.cpu : null,
    mediaPeakMiB: peakOf(tree, 'media-worker'),
    hostPeakMiB: peakOf(tree, join('main', 'cli.js'))
  }
}
