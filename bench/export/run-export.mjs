import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say, seconds } from '../../scripts/lib/say.mjs'
import { ensureCorpus } from '../corpus/corpus.mjs'
import { measureQuality } from '../quality/quality.mjs'
import { findTools } from '../rivals/command-tools.mjs'
import { bundle } from '../support/bundle.mjs'
import { machineLine, table, writeResults } from '../support/report.mjs'
import { createBench } from './bench-steps.mjs'
import { exportFigures } from './export-figures.mjs'

async function quality(bench, { few, ways }) {
  const folders = Object.entries(ways).map(([name, folder]) => ({ name, folder }))
  return measureQuality({ photographs: few, placements: bench.placements, ways: folders })
}

/**
 * Measures the export job against what else makes the same files, prints a table and writes `test-results/bench/export.json`.
 *
 * @param {{ folder: string, quick: boolean, rounds: number }} options
 */
export async function benchExport({ folder, quick, rounds }) {
  const start = performance.now()
  const corpus = await ensureCorpus({ folder, quick })
  const { tools, missing } = await findTools()
  const scratch = mkdtempSync(join(tmpdir(), 'greenroom-bench-'))
  const bench = createBench({ scratch, pipeline: await bundle('bench/export/pipeline.ts', 'pipeline'), rounds })
  try {
    const all = corpus.photographs
    const few = corpus.few
    say(`${all.length} photographs from ${corpus.origin}; ${rounds} rounds. ${machineLine()}`)
    const measured = {
      sequential: await bench.pair('plain sharp, one after another', all, { way: 'sequential' }),
      clones: await bench.pair('plain sharp, all clones at once', all, { way: 'clones' }),
      app: await bench.app(all),
      extract: await bench.pair('plain sharp, cut at a focal point', few, { way: 'extract', focal: true }),
      webp: await bench.pair('plain sharp, WebP', few, { way: 'sequential', webp: true }),
      bisection: await bench.pair('plain sharp, halving qualities under a limit', few, { way: 'bisection', capped: true }),
      tools: []
    }
    for (const tool of tools) measured.tools.push({ name: tool.name, version: tool.version, ...(await bench.tool(tool, few)) })
    measured.sharpened = await bench.pairSharpened(few)
    measured.hundred = await bench.alone(corpus.hundredMegapixels)
    measured.quality = await quality(bench, { few, ways: await bench.qualityFolders(few, tools) })
    const figures = exportFigures(measured)
    process.stdout.write(`\n${table(figures)}\n\n`)
    for (const name of missing) say(`${name} is not installed here and was left out.`)
    const path = writeResults('export', { quick, rounds, corpus: { origin: corpus.origin, photographs: all.length, few: few.length }, missing, figures, measured })
    say(`Written to ${path} in ${seconds(start)}.`)
    return figures
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
