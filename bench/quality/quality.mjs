import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { mean } from '../support/measure.mjs'
import { luma, referenceLuma } from './lanczos.mjs'
import { ssim } from './ssim.mjs'

/**
 * Where the middle falls between two pixels, tools round it either way, and half a pixel of shift would count as blur. Each
 * file is held against the window it was cut at.
 */
const shifts = [-0.5, 0, 0.5]

async function lumaOf(path) {
  const { data, info } = await sharp(path, { limitInputPixels: false }).autoOrient().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  return { pixels: luma(data, info.channels), width: info.width, height: info.height }
}

/** Scripts put all files into one folder, the command line tools one folder a placement. */
function fileOf(folder, photograph, placement) {
  const name = basename(photograph)
  const flat = join(folder, name.replace(/\.jpg$/, `_${placement.id}.jpg`))
  return existsSync(flat) ? flat : join(folder, placement.id, name)
}

/**
 * Similarity of each way's files to a reference made from the full picture.
 *
 * @param {{ photographs: string[], placements: object[], ways: { name: string, folder: string }[] }} request
 * @returns {Promise<Record<string, number>>} mean by name of the way
 */
export async function measureQuality({ photographs, placements, ways }) {
  const found = Object.fromEntries(ways.map(({ name }) => [name, []]))
  for (const photograph of photographs) {
    const source = await lumaOf(photograph)
    for (const placement of placements) {
      const references = shifts.map(shift => referenceLuma(source, placement, shift))
      for (const { name, folder } of ways) {
        const { pixels } = await lumaOf(fileOf(folder, photograph, placement))
        found[name].push(Math.max(...references.map(reference => ssim(reference, pixels, placement))))
      }
    }
  }
  return Object.fromEntries(Object.entries(found).map(([name, values]) => [name, mean(values)]))
}
