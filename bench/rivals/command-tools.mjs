import { mkdirSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { run, which } from '../../scripts/lib/run.mjs'
import { inRoot } from '../../scripts/lib/paths.mjs'

const cover = ({ width, height }) => ['-auto-orient', '-resize', `${width}x${height}^`, '-gravity', 'center', '-extent', `${width}x${height}`]

/** One call a placement over all photographs, as the tools' own manuals show it. */
const ways = {
  'ImageMagick mogrify': ({ placement, out, names, quality }) =>
    ['mogrify', '-path', out, ...cover(placement), '-strip', '-quality', `${quality}`, ...names],
  'GraphicsMagick mogrify': ({ placement, out, names, quality }) =>
    ['gm', 'mogrify', '-output-directory', out, ...cover(placement), '+profile', '*', '-quality', `${quality}`, ...names],
  vipsthumbnail: ({ placement: { width, height }, out, names, quality }) =>
    ['vipsthumbnail', ...names, '-s', `${width}x${height}`, '-m', 'centre', '-e', 'srgb', '-o', join(out, `%s.jpg[Q=${quality},strip]`)]
}

const versionOf = async (name, args) => ((await run(name, args, { capture: true })).output.split('\n')[0] ?? '').trim().slice(0, 70)

/** Links to the photographs in a folder of their own: the tools name what they write after what they read. */
function linked(photographs, folder) {
  mkdirSync(folder, { recursive: true })
  for (const path of photographs) symlinkSync(path, join(folder, basename(path)))
  return photographs.map(path => basename(path))
}

/** @returns commands to run one after another inside `cwd`, and the folder of each placement's files */
function commandsFor(name, job) {
  const cwd = join(job.out, 'photographs')
  const names = linked(job.photographs, cwd)
  const commands = job.placements.map(placement => {
    const out = join(job.out, placement.id)
    mkdirSync(out, { recursive: true })
    return ways[name]({ placement, out, names, quality: job.quality })
  })
  return { cwd, commands }
}

const PYTHONS = ['python3', '/usr/bin/python3', 'python']

async function findPillow() {
  for (const python of PYTHONS) {
    const { code, output } = await run(python, ['-c', 'import PIL, PIL.ImageCms; print(PIL.__version__)'], { capture: true })
    if (code === 0) return { python, version: output.trim() }
  }
  return undefined
}

/**
 * Tools of this machine that can do the job, and the names of those that are not here.
 *
 * @returns {Promise<{ tools: { name: string, version: string, prepare: (job: object) => { cwd?: string, commands: string[][] } }[], missing: string[] }>}
 */
export async function findTools() {
  const programs = { 'ImageMagick mogrify': ['mogrify', ['-version']], 'GraphicsMagick mogrify': ['gm', ['version']], vipsthumbnail: ['vipsthumbnail', ['--version']] }
  const tools = []
  const missing = []
  for (const [name, [program, args]] of Object.entries(programs)) {
    if (which(program)) tools.push({ name, version: await versionOf(program, args), prepare: job => commandsFor(name, job) })
    else missing.push(name)
  }
  const pillow = await findPillow()
  const script = inRoot('bench', 'rivals', 'pillow_script.py')
  const prepare = job => ({ commands: [[pillow.python, script, JSON.stringify(job)]] })
  if (pillow) tools.push({ name: 'Pillow, draft mode', version: `Pillow ${pillow.version}`, prepare })
  else missing.push('Pillow')
  return { tools, missing }
}
