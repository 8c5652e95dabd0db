import sharp from 'sharp'

/** Enlarged more than this, a picture is too smooth for a photograph: it gets sharpened, and noise like a sensor's. */
const ENLARGED = 1.1
const NOISE_SIGMA = 2.6
const JPEG = { quality: 92, mozjpeg: false, optimiseCoding: false }

/** How upright pixels are turned so that a viewer that heeds the orientation turns them back. */
const TURN_FOR = { 3: 180, 6: 270, 8: 90 }

/** Roughly normal integers from a seeded generator, so that every machine builds the same pixels. */
function noiseTable(sigma, seed) {
  let state = seed
  const random = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  return Int8Array.from({ length: 65536 }, () => {
    const sum = random() + random() + random() + random() + random() + random()
    return Math.round((sum - 3) * Math.SQRT2 * sigma)
  })
}

/** Adds brightness noise and weaker color noise in place. */
function addNoise(pixels, seed) {
  const brightness = noiseTable(NOISE_SIGMA, seed)
  const color = noiseTable(NOISE_SIGMA * 0.6, seed + 1)
  let state = seed >>> 0
  const step = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 16
  for (let i = 0; i < pixels.length; i += 3) {
    const shared = brightness[step()]
    for (let channel = i; channel < i + 3; channel += 1) {
      const value = pixels[channel] + shared + color[step()]
      pixels[channel] = value < 0 ? 0 : value > 255 ? 255 : value
    }
  }
}

/** @returns upright RGB pixels as a sharp image, and by how much the source was enlarged */
async function uprightPixels({ path, width, height, mirrored = false, seed }) {
  const source = await sharp(path).metadata()
  const scale = Math.max(width / source.width, height / source.height)
  let image = sharp(path).toColourspace('srgb').removeAlpha().resize(width, height, { fit: 'cover', kernel: 'lanczos3' })
  if (mirrored) image = image.flop()
  if (scale > ENLARGED) image = image.sharpen({ sigma: Math.min(2, scale * 0.7) })
  const { data } = await image.raw().toBuffer({ resolveWithObject: true })
  if (scale > ENLARGED) addNoise(data, seed)
  return { image: sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false }), scale }
}

const cameraFacts = {
  IFD0: { Make: 'Example', Model: 'Bench', Artist: 'corpus' },
  IFD2: { DateTimeOriginal: '2024:05:04 10:11:12', FNumber: '28/10', ISOSpeedRatings: '200' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '2/1 17/1 40/1' }
}

async function turned(image, orientation, { width, height }) {
  const turn = TURN_FOR[orientation]
  if (!turn) return image
  const data = await image.rotate(turn).raw().toBuffer()
  const size = turn === 180 ? { width, height } : { width: height, height: width }
  return sharp(data, { raw: { ...size, channels: 3 }, limitInputPixels: false })
}

/** Writes one JPEG as a camera would: EXIF with a place, an orientation, a profile, chroma as asked. */
export async function makePhotograph({ path, out, width, height, treatment, seed }) {
  const { orientation, p3, whole, mirrored } = treatment
  const { image, scale } = await uprightPixels({ path, width, height, mirrored, seed })
  const stored = await turned(image, orientation, { width, height })
  const tagged = p3 ? stored.withIccProfile('p3') : stored
  await tagged
    .withMetadata({ exif: cameraFacts, ...(orientation && { orientation }), ...(p3 && { icc: 'p3' }) })
    .jpeg({ ...JPEG, chromaSubsampling: whole ? '4:4:4' : '4:2:0' })
    .toFile(out)
  const enlarged = scale > ENLARGED ? `enlarged x${scale.toFixed(2)}, with noise` : 'own pixels'
  return [enlarged, orientation && `orientation ${orientation}`, p3 && 'Display P3', whole ? '4:4:4' : '4:2:0'].filter(Boolean).join('; ')
}

/** A photograph cut out in an ellipse with soft edges, as a PNG with transparency. */
export async function makeCutOut(path, out) {
  const side = 3600
  const mask = `<svg width="${side}" height="${side}"><defs><radialGradient id="g"><stop offset="0.9" stop-color="#fff"/>`
    + '<stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>'
    + '<ellipse cx="1800" cy="1800" rx="1700" ry="1500" fill="url(#g)"/></svg>'
  await sharp(path).resize(side, side, { fit: 'cover' }).ensureAlpha()
    .composite([{ input: Buffer.from(mask), blend: 'dest-in' }]).png({ compressionLevel: 6 }).toFile(out)
}

export const makeCmyk = (path, out) =>
  sharp(path).toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 92 }).toFile(out)

export const makeSixteenBit = (path, out) => sharp(path).toColourspace('rgb16').png({ compressionLevel: 6 }).toFile(out)

/** 102 megapixels, the most that cameras are sold with. */
export const makeHundredMegapixels = (path, out) =>
  makePhotograph({ path, out, width: 11648, height: 8736, treatment: {}, seed: 99 })
