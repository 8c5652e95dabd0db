import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { say } from '../../scripts/lib/say.mjs'
import { capFor, FLOOR_QUALITY, FOCAL, JPEG_QUALITY, PLACEMENTS, WEBP_QUALITY } from '../placements.mjs'
import { mean, measure, measureNode, median } from '../support/measure.mjs'
import { exportWithApp, prepareApp } from './app-export.mjs'

const sharpScript = inRoot('bench', 'rivals', 'sharp-script.mjs')
const IN_FLIGHT = 2

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

function summary(name, rounds) {
  const result = {
    cpu: ratios(rounds, one => one.cpu),
    wall: ratios(rounds, one => one.wall),
    ours: { cpu: median(rounds.map(({ ours }) => ours.cpu)), wall: median(rounds.map(({ ours }) => ours.wall)) },
    rival: { cpu: median(rounds.map(({ rival }) => rival.cpu)), wall: median(rounds.map(({ rival }) => rival.wall)) },
    rounds: rounds.length
  }
  say(`${name}: ${result.rival.cpu.toFixed(1)} CPU s against ${result.ours.cpu.toFixed(1)}, ratio ${result.cpu.toFixed(2)}; wall ${result.wall.toFixed(2)}`)
  return result
}

/** Limits: how many encodes were made beside the ones that were kept, where the first was too large. */
const capFacts = ({ probes, overCap, files, qualities }) => {
  const bound = probes.filter(count => count > 0)
  return { outputs: files, bound: bound.length, meanProbes: mean(probes), meanProbesWhereBound: bound.length ? mean(bound) : 0, overCap, lowestQuality: Math.min(...qualities) }
}

/** The steps of the bench; each runs us and the rival in turn, as often as there are rounds. */
export function createBench({ scratch, pipeline, rounds }) {
  const folder = name => join(scratch, name)
  const ours = (job, { sharpen = 'off', out = folder('ours') } = {}) => measureNode(pipeline, { ...job, sharpen, inFlight: IN_FLIGHT, out })
  const script = (job, way, out = folder('rival')) => measureNode(sharpScript, { ...job, way, out })

  async function turns(count, oursOnce, rivalOnce) {
    const made = []
    for (let round = 0; round < count; round += 1) {
      const mine = await oursOnce()
      made.push({ ours: mine, rival: await rivalOnce() })
    }
    return made
  }

  async function runTool(tool, job, name) {
    const out = folder(name)
    rmSync(out, { recursive: true, force: true })
    const { cwd, commands } = tool.prepare({ ...job, out })
    const spent = { cpu: 0, wall: 0 }
    for (const command of commands) {
      const { cpu, wall } = await measure(command, { cwd })
      spent.cpu += cpu
      spent.wall += wall
    }
    return spent
  }

  return {
    placements: PLACEMENTS,

    async pair(name, photographs, { way, ...kind }) {
      const job = jobOf(photographs, kind)
      const made = await turns(rounds, () => ours(job), () => script(job, way))
      const told = made[0].ours.told
      const peakMiB = Math.max(...made.map(one => one.ours.told.peakMiB))
      return { ...summary(name, made), peakMiB, ...(kind.capped && { cap: capFacts(told) }) }
    },

    /** Tools that take minutes get at most two rounds. */
    async tool(tool, photographs) {
      const job = jobOf(photographs)
      const made = await turns(Math.min(rounds, 2), () => ours(job), () => runTool(tool, job, `tool-${tool.name}`))
      return summary(tool.name, made)
    },

    /** What output sharpening, which no rival does, adds to our own job. */
    async pairSharpened(photographs) {
      const job = jobOf(photographs)
      return summary('ours with sharpening', await turns(rounds, () => ours(job), () => ours(job, { sharpen: 'standard', out: folder('sharpened') })))
    },

    /** The whole app against its own pipeline: the same photographs, placements, focal points and settings. */
    async app(photographs) {
      const home = folder('home')
      const focal = await prepareApp(home, photographs)
      const files = photographs.length * PLACEMENTS.length
      const job = { ...jobOf(photographs), focal, floorQuality: 45 }
      const exportOnce = () => exportWithApp({ home, placements: PLACEMENTS, out: folder('app-export'), files })
      const made = await turns(Math.min(rounds, 3), () => ours(job, { sharpen: 'standard' }), exportOnce)
      const apps = made.map(({ rival }) => rival)
      return {
        ...summary('the whole app', made),
        sheetCpu: median(apps.map(({ sheetCpu }) => sheetCpu ?? 0)),
        wholeCpu: median(apps.map(({ whole }) => whole.cpu)),
        mediaPeakMiB: Math.max(...apps.map(({ mediaPeakMiB }) => mediaPeakMiB)),
        hostPeakMiB: Math.max(...apps.map(({ hostPeakMiB }) => hostPeakMiB))
      }
    },

    async alone(photograph) {
      const { cpu, wall, told } = await ours(jobOf([photograph]))
      say(`102 megapixels: ${cpu.toFixed(1)} CPU s, ${told.peakMiB.toFixed(0)} MiB`)
      return { cpu, wall, peakMiB: told.peakMiB }
    },

    /** Files of the same photographs by each way that is compared by quality. */
    async qualityFolders(photographs, tools) {
      const job = jobOf(photographs)
      await ours(job, { out: folder('quality-ours') })
      await ours(job, { out: folder('quality-sharpened'), sharpen: 'standard' })
      await script(job, 'sequential', folder('quality-sharp'))
      const made = Object.fromEntries(tools.map(tool => [tool.name, folder(`tool-${tool.name}`)]))
      return { ours: folder('quality-ours'), 'ours, sharpened': folder('quality-sharpened'), 'plain sharp': folder('quality-sharp'), ...made }
    }
  }
}
