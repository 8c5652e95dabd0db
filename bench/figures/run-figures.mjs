import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { say, seconds } from '../../scripts/lib/say.mjs'
import { measure } from '../support/measure.mjs'
import { figure, machineLine, table, writeResults } from '../support/report.mjs'
import { makeExport } from './make-export.mjs'

const MOST_SECONDS = 60
/** 600 MB, in MiB. */
const MOST_MEMORY = 572

const peak = tree => tree.processes.filter(({ command }) => /cli\.js|parse-worker/.test(command) && !command.startsWith('bash')).reduce((sum, { peakMiB }) => sum + peakMiB, 0)

/** Imports a file by the built command line. */
async function importFile(cli, home, path) {
  const { wall, cpu, output, tree } = await measure([process.execPath, cli, '--home', home, 'import', '--client', 'Bench', '--json', path], { watch: true })
  const { added, changed, unchanged } = JSON.parse(output).files[0]
  return { wall, cpu, counts: { added, changed, unchanged }, peakMiB: peak(tree) }
}

const told = ({ added, changed, unchanged }) => `${added} added, ${changed} changed, ${unchanged} unchanged`

function figuresOf(rows, { first, again, newer }) {
  const name = `${rows.toLocaleString('en-US')} posts`
  return [
    figure(`${name}: read and imported`, first.wall, { unit: 's', most: MOST_SECONDS, note: `${first.cpu.toFixed(0)} s of CPU; ${told(first.counts)}` }),
    figure('memory of all processes at their peaks', first.peakMiB, { unit: 'MiB', most: MOST_MEMORY }),
    figure('the same file again', again.wall, { unit: 's', most: MOST_SECONDS, note: `${again.cpu.toFixed(0)} s of CPU; ${told(again.counts)}` }),
    figure('memory of all processes at their peaks', again.peakMiB, { unit: 'MiB', most: MOST_MEMORY }),
    figure('the same posts with newer figures', newer.wall, { unit: 's', note: `${newer.cpu.toFixed(0)} s of CPU; ${told(newer.counts)}` }),
    figure('memory of all processes at their peaks', newer.peakMiB, { unit: 'MiB', most: MOST_MEMORY })
  ]
}

/**
 * Measures how long the built command line takes for an export of a million posts, and for the same posts again.
 * Writes `test-results/bench/figures.json`.
 *
 * @param {{ quick: boolean, cli?: string }} options
 */
export async function benchFigures({ quick, cli = inRoot('out', 'main', 'cli.js') }) {
  const start = performance.now()
  const rows = quick ? 50_000 : 1_000_000
  const scratch = mkdtempSync(join(tmpdir(), 'greenroom-bench-figures-'))
  try {
    const home = join(scratch, 'home')
    const [path, newerPath] = [join(scratch, 'posts.csv'), join(scratch, 'posts-newer.csv')]
    await makeExport(path, { rows })
    await makeExport(newerPath, { rows, plus: 1 })
    await measure([process.execPath, cli, '--home', home, 'client', 'add', 'Bench'])
    const runs = { first: await importFile(cli, home, path), again: await importFile(cli, home, path), newer: await importFile(cli, home, newerPath) }
    const figures = figuresOf(rows, runs)
    say(machineLine())
    say(table(figures))
    say(`${writeResults('figures', { rows, figures })} (${seconds(start)})`)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
