import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { which } from '../../scripts/lib/run.mjs'
import { say } from '../../scripts/lib/say.mjs'
import { DEBIAN_ALPHA, DEBIAN_PACKAGES, DEBIAN_PHOTOGRAPHS } from './debian-pictures.mjs'
import { makeCmyk, makeCutOut, makeHundredMegapixels, makePhotograph, makeSixteenBit } from './make-picture.mjs'
import { registryPhotographs } from './registry-pictures.mjs'

const runFile = promisify(execFile)

/** With `--quick`, and for tools that take minutes: portrait and landscape, 4:4:4, Display P3, orientation. */
export const FEW = [0, 5, 7, 9, 15, 22]

/** Says where apt-get cannot help, so that the registry's photographs are taken instead. */
async function unpackDebian(folder) {
  const missing = ['apt-get', 'dpkg-deb'].filter(tool => !which(tool))
  if (missing.length > 0) return `${missing.join(' and ')} not found`
  mkdirSync(folder, { recursive: true })
  try {
    for (const name of DEBIAN_PACKAGES) {
      if (existsSync(join(folder, name))) continue
      const has = () => readdirSync(folder).find(file => file.startsWith(`${name}_`) && file.endsWith('.deb'))
      if (!has()) await runFile('apt-get', ['download', '-qq', name], { cwd: folder })
      await runFile('dpkg-deb', ['-x', join(folder, has()), join(folder, `${name}.half`)])
      renameSync(join(folder, `${name}.half`), join(folder, name))
      rmSync(join(folder, has()))
    }
  } catch {
    return 'the packages could not be downloaded'
  }
  return undefined
}

/** A file is built beside its place and then named, so that a broken run leaves no half picture. */
async function once(path, build) {
  if (existsSync(path)) return undefined
  const dot = path.lastIndexOf('.')
  const half = `${path.slice(0, dot)}.half${path.slice(dot)}`
  const treatment = await build(half)
  renameSync(half, path)
  return treatment
}

async function buildPhotographs(pictures, folder, record) {
  mkdirSync(folder, { recursive: true })
  for (const [index, picture] of pictures.entries()) {
    const path = join(folder, `${picture.name}.jpg`)
    const treatment = await once(path, out => makePhotograph({ ...picture, path: picture.source, out, seed: 1000 + index }))
    if (treatment) record(`photographs/${picture.name}.jpg`, picture, treatment)
  }
}

async function buildExtras(pictures, alpha, { photographs, extra }, record) {
  mkdirSync(extra, { recursive: true })
  const photograph = index => join(photographs, `${pictures[index].name}.jpg`)
  const derived = [
    ['alpha-cut-out.png', 13, makeCutOut, 'cut out, transparent'],
    ['cmyk.jpg', 10, makeCmyk, 'CMYK'],
    ['sixteen-bit.png', 2, makeSixteenBit, '16 bit']
  ]
  for (const [name, index, make, treatment] of derived) {
    const made = await once(join(extra, name), out => make(photograph(index), out))
    if (made !== undefined || existsSync(join(extra, name))) record(`extra/${name}`, pictures[index], treatment)
  }
  for (const picture of alpha) {
    await once(join(extra, `${picture.name}.png`), async out => copyFileSync(picture.source, out))
    record(`extra/${picture.name}.png`, picture, 'as shipped')
  }
  await once(join(extra, 'megapixels-102.jpg'), out => makeHundredMegapixels(pictures[0].source, out))
  record('extra/megapixels-102.jpg', pictures[0], '102 megapixels, enlarged, with noise')
}

const list = folder => readdirSync(folder).filter(name => !name.includes('.half.')).sort().map(name => join(folder, name))

const describe = ({ folder, origin, quick }) => {
  const all = list(join(folder, 'photographs'))
  const few = FEW.map(index => all[index]).filter(Boolean)
  return {
    folder,
    origin,
    photographs: quick ? few : all,
    few,
    extra: existsSync(join(folder, 'extra')) ? list(join(folder, 'extra')) : [],
    hundredMegapixels: join(folder, 'extra', 'megapixels-102.jpg'),
    bytes: all.reduce((sum, path) => sum + statSync(path).size, 0)
  }
}

/**
 * Builds the photographs where they are not there yet. Nothing of it is part of the project; licenses are in `manifest.tsv`.
 *
 * @param {{ folder: string, quick: boolean }} options
 */
export async function ensureCorpus({ folder, quick }) {
  const ready = join(folder, 'complete.json')
  if (existsSync(ready)) return describe({ folder, quick, ...JSON.parse(readFileSync(ready, 'utf8')) })
  say('Building the photographs; a few minutes, once.')
  const debian = join(folder, 'debian')
  const refusal = await unpackDebian(debian)
  const origin = refusal ? `the registry's photographs, enlarged with noise (${refusal})` : 'Debian packages'
  const fromDebian = picture => ({ ...picture, source: join(debian, picture.source) })
  const pictures = refusal ? registryPhotographs() : DEBIAN_PHOTOGRAPHS.map(fromDebian)
  const lines = ['file\tsource\tlicense\ttreatment']
  const record = (file, picture, treatment) =>
    lines.push([file, picture.source.replace(`${debian}/`, ''), picture.license, treatment].join('\t'))
  const folders = { photographs: join(folder, 'photographs'), extra: join(folder, 'extra') }
  await buildPhotographs(pictures, folders.photographs, record)
  await buildExtras(pictures, refusal ? [] : DEBIAN_ALPHA.map(fromDebian), folders, record)
  writeFileSync(join(folder, 'manifest.tsv'), `${lines.join('\n')}\n`)
  writeFileSync(ready, JSON.stringify({ origin }))
  return describe({ folder, origin, quick })
}
