import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem } from 'node:os'
import sharp from 'sharp'
import { inRoot } from '../../scripts/lib/paths.mjs'

const number = value => {
  if (Math.abs(value) >= 100) return value.toFixed(0)
  return Math.abs(value) < 0.1 && value !== 0 ? value.toFixed(4) : value.toFixed(2)
}

/** One figure. `least` and `most` are what is to be reached; without either it only tells. */
export function figure(name, value, { least, most, unit = '', note = '' } = {}) {
  const reached = least === undefined && most === undefined ? null : (least === undefined || value >= least) && (most === undefined || value <= most)
  return { name, value, unit, least: least ?? null, most: most ?? null, reached, note }
}

function cells({ name, value, unit, least, most, reached, note }) {
  const wanted = least !== null ? `>= ${least}` : most !== null ? `<= ${most}` : ''
  const verdict = reached === null ? '' : reached ? 'reached' : 'NOT REACHED'
  return [name, `${number(value)}${unit && ` ${unit}`}`, wanted && `${wanted}${unit && ` ${unit}`}`, verdict, note]
}

/** @param {ReturnType<typeof figure>[]} figures */
export function table(figures) {
  const rows = [['figure', 'measured', 'target', '', ''], ...figures.map(cells)]
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)))
  const line = row => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()
  return [line(rows[0]), widths.slice(0, 4).map(width => '-'.repeat(width)).join('  '), ...rows.slice(1).map(line)].join('\n')
}

function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: inRoot(), encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return null
  }
}

const machine = () => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${release()}`,
  load: loadavg().map(value => Number(value.toFixed(1))),
  node: process.versions.node,
  sharp: sharp.versions.sharp,
  libvips: sharp.versions.vips
})

export const machineLine = () => {
  const { cpu, cores, load, node, sharp: sharpVersion, libvips } = machine()
  return `${cpu}, ${cores} cores, load ${load[0]}; Node ${node}, sharp ${sharpVersion}, libvips ${libvips}`
}

/** Keeps the figures in `test-results/bench/`. @returns the path */
export function writeResults(name, results) {
  const folder = inRoot('test-results', 'bench')
  mkdirSync(folder, { recursive: true })
  const path = inRoot('test-results', 'bench', `${name}.json`)
  const version = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).version
  writeFileSync(path, `${JSON.stringify({ version, commit: commit(), machine: machine(), ...results }, null, 2)}\n`)
  return path
}
