import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import sharp from 'sharp'

/** What a designer who can write a script would write. Each prints how many files it made. */
const encode = (image, { format, quality }) => (format === 'webp' ? image.webp({ quality }) : image.jpeg({ quality }))

const target = ({ out, format }, path, id) => join(out, `${basename(path).replace(/\.[^.]+$/, '')}_${id}.${format}`)

async function sequential(job, path) {
  for (const { id, width, height } of job.placements) {
    await encode(sharp(path).autoOrient().resize(width, height, { fit: 'cover' }), job).toFile(target(job, path, id))
  }
}

async function clones(job, path) {
  const image = sharp(path).autoOrient()
  await Promise.all(job.placements.map(({ id, width, height }) =>
    encode(image.clone().resize(width, height, { fit: 'cover' }), job).toFile(target(job, path, id))))
}

const clamp = (value, high) => Math.min(Math.max(Math.round(value), 0), high)

/** The largest window of the placement's shape with the focal point in its middle. */
function windowOf(source, { width, height }, focal) {
  const scale = Math.min(source.width / width, source.height / height)
  const size = { width: Math.floor(width * scale), height: Math.floor(height * scale) }
  const left = clamp(focal.x * source.width - size.width / 2, source.width - size.width)
  const top = clamp(focal.y * source.height - size.height / 2, source.height - size.height)
  return { left, top, ...size }
}

async function extract(job, path) {
  const { autoOrient: source } = await sharp(path).metadata()
  for (const placement of job.placements) {
    const image = sharp(path).autoOrient().extract(windowOf(source, placement, job.focal['*']))
    await encode(image.resize(placement.width, placement.height), job).toFile(target(job, path, placement.id))
  }
}

/** Where the wanted quality is too large, halves the range of qualities, running the whole script again for each guess. */
async function bisection(job, path) {
  for (const { id, width, height, cap } of job.placements) {
    const at = quality => encode(sharp(path).autoOrient().resize(width, height, { fit: 'cover' }), { ...job, quality })
    const first = await at(job.quality).toBuffer()
    let low = job.floorQuality
    let high = first.length <= cap ? low - 1 : job.quality - 1
    let best = first.length <= cap ? job.quality : low
    while (low <= high) {
      const middle = Math.floor((low + high + 1) / 2)
      if ((await at(middle).toBuffer()).length <= cap) {
        best = middle
        low = middle + 1
      } else high = middle - 1
    }
    await at(best).toFile(target(job, path, id))
  }
}

const job = JSON.parse(process.argv[2])
const way = { sequential, clones, extract, bisection }[job.way]
mkdirSync(job.out, { recursive: true })
for (const path of job.photographs) await way(job, path)
process.stdout.write(JSON.stringify({ files: job.photographs.length * job.placements.length }))
