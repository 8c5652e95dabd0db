import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { say } from '../../scripts/lib/say.mjs'
import { capFor, FLOOR_QUALITY, FOCAL, JPEG_QUALITY, PLACEMENTS, WEBP_QUALITY } from '../placements.mjs'
import { mean, measure, measureNode, median } from '../support/measure.mjs'
import { exportWithApp, prepareApp } from './app-export.mjs'

const sharpScript = inRoot('bench', 'rivals', 'sharp-script.mjs')
const IN_FLIGHT = 2
/** Tools that take minutes get no more rounds than this. */
const FEW_ROUNDS = 2
/** What the app's settings have; the limits of these placements do not bind. */
const APP_FLOOR_QUALITY = 45

/** The same job for us and for the rival. */
function jobOf(photographs, { webp = false, capped = false, focal = false } = {}) {
  return {
    photographs,
    placements: PLACEMENTS.map(placement => (capped ? { ...placement, cap: capFor(placement) } : placement)),
    format: webp ? 'webp' : 'jpg',
    quality: webp ? WEBP_QUALITY : JPEG_QUALITY,
    floorQuality: FLOOR_QUALITY,
    focal: focal ? { '*': FOCAL } : {}
  }
}

const ratios = (rounds, of) => median(rounds.map(({ rival, ours }) => of(rival) / of(ours)))

const spent = runs => ({ cpu: median(runs.map(({ cpu }) => cpu)), wall: median(runs.map(({ wall }) => wall)) })

function summary(name, rounds) {
  const result = {
    cpu: ratios(rounds, one => one.cpu),
    wall: ratios(rounds, one => one.wall),
    ours: spent(rounds.map(({ ours }) => ours)),
    rival: spent(rounds.map(({ rival }) => rival)),
    rounds: rounds.map(({ ours, rival }) => ({ cpu: rival.cpu / ours.cpu, wall: rival.wall / ours.wall }))
  }
  const cpu = [result.rival, result.ours].map(one => one.cpu.toFixed(1))
  say(`${name}: ${cpu[0]} CPU s against ${cpu[1]}, ratio ${result.cpu.toFixed(2)}; wall ${result.wall.toFixed(2)}`)
  return result
}

/** Limits: how many encodes were made beside the ones that were kept, where the first was too large. */
const capFacts = ({ probes, overCap, files, failed, qualities }) => {
  const bound = probes.filter(count => count > 0)
  const lowestQuality = Math.min(...qualities)
  return { outputs: files, failed, bound: bound.length, meanProbes: mean(probes), meanProbesWhereBound: bound.length ? mean(bound) : 0, overCap, lowestQuality }
}

async function inTurn(count, oursOnce, rivalOnce) {
  const made = []
  for (let round = 0; round < count; round += 1) {
    const ours = await oursOnce()
    made.push({ ours, rival: await rivalOnce() })
  }
  return made
}

async function runTool(tool, job) {
  rmSync(job.out, { recursive: true, force: true })
  const { cwd, commands } = tool.prepare(job)
  const sum = { cpu: 0, wall: 0 }
  for (const command of commands) {
    const { cpu, wall } = await measure(command, { cwd })
    sum.cpu += cpu
    sum.wall += wall
  }
  return sum
}

const runOurs = ({ pipeline, folder }, job, { sharpen = 'off', out = folder('ours') } = {}) =>
  measureNode(pipeline, { ...job, sharpen, inFlight: IN_FLIGHT, out })

const runScript = ({ folder }, job, way, out = folder('rival')) => measureNode(sharpScript, { ...job, way, out })

async function pair(bench, name, photographs, { way, ...kind }) {
  const job = jobOf(photographs, kind)
  const made = await inTurn(bench.rounds, () => runOurs(bench, job), () => runScript(bench, job, way))
  const told = made.map(({ ours }) => ours.told)
  const peakMiB = Math.max(...told.map(one => one.peakMiB))
  return { ...summary(name, made), peakMiB, ...(kind.capped && { cap: capFacts(told[0]) }) }
}

/** What output sharpening, which no rival does, adds to our own job. */
async function pairSharpened(bench, photographs) {
  const job = jobOf(photographs)
  const sharpened = () => runOurs(bench, job, { sharpen: 'standard', out: bench.folder('sharpened') })
  return summary('ours with sharpening', await inTurn(bench.rounds, () => runOurs(bench, job), sharpened))
}

async function pairTool(bench, tool, photographs) {
  const job = jobOf(photographs)
  const toolOnce = () => runTool(tool, { ...job, out: bench.folder(`tool-${tool.name}`) })
  return summary(tool.name, await inTurn(Math.min(bench.rounds, FEW_ROUNDS), () => runOurs(bench, job), toolOnce))
}

/** The whole app against its own pipeline: the same photographs, placements, focal points and settings. */
async function pairApp(bench, photographs) {
  const home = bench.folder('home')
  const focal = await prepareApp(home, photographs)
  const files = photographs.length * PLACEMENTS.length
  const job = { ...jobOf(photographs), focal, floorQuality: APP_FLOOR_QUALITY }
  const exportOnce = () => exportWithApp({ home, placements: PLACEMENTS, out: bench.folder('app-export'), files })
  const made = await inTurn(bench.rounds, () => runOurs(bench, job, { sharpen: 'standard' }), exportOnce)
  const apps = made.map(({ rival }) => rival)
  return {
    ...summary('the whole app', made),
    bytes: { ours: made[0].ours.told.bytes, app: apps[0].bytes },
    sheetCpu: median(apps.map(({ sheetCpu }) => sheetCpu ?? 0)),
    wholeCpu: median(apps.map(({ whole }) => whole.cpu)),
    mediaPeakMiB: Math.max(...apps.map(({ mediaPeakMiB }) => mediaPeakMiB)),
    hostPeakMiB: Math.max(...apps.map(({ hostPeakMiB }) => hostPeakMiB))
  }
}

async function alone(bench, photograph) {
  const { cpu, wall, told } = await runOurs(bench, jobOf([photograph]))
  say(`102 megapixels: ${cpu.toFixed(1)} CPU s, ${told.peakMiB.toFixed(0)} MiB`)
  return { cpu, wall, peakMiB: told.peakMiB }
}

/** Files of the same photographs by each way that is compared by quality; those of the tools are there already. */
async function qualityFolders(bench, photographs, tools) {
  const { folder } = bench
  const job = jobOf(photographs)
  await runOurs(bench, job, { out: folder('quality-ours') })
  await runOurs(bench, job, { out: folder('quality-sharpened'), sharpen: 'standard' })
  await runScript(bench, job, 'sequential', folder('quality-sharp'))
  const made = Object.fromEntries(tools.map(tool => [tool.name, folder(`tool-${tool.name}`)]))
  return { ours: folder('quality-ours'), 'plain sharp': folder('quality-sharp'), 'ours, sharpened': folder('quality-sharpened'), ...made }
}

/** The steps of the bench; each runs us and the rival in turn, as often as there are rounds. */
export function createBench({ scratch, pipeline, rounds }) {
  const bench = { pipeline, rounds, folder: name => join(scratch, name) }
  return {
    placements: PLACEMENTS,
    pair: (name, photographs, kind) => pair(bench, name, photographs, kind),
    tool: (tool, photographs) => pairTool(bench, tool, photographs),
    pairSharpened: photographs => pairSharpened(bench, photographs),
    app: photographs => pairApp(bench, photographs),
    alone: photograph => alone(bench, photograph),
    qualityFolders: (photographs, tools) => qualityFolders(bench, photographs, tools)
  }
}
