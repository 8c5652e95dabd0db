// Draws the PNG icons from greenroom.svg: `node resources/icons/make-icons.mjs`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const folder = import.meta.dirname
const drawing = readFileSync(join(folder, 'greenroom.svg'))

async function draw(size, name) {
  // 72 dpi is the drawing's own 512 px; twice as dense as needed, then scaled down, keeps small sizes crisp.
  const density = Math.max(72, (72 * 2 * size) / 512)
  await sharp(drawing, { density }).resize(size, size).png({ compressionLevel: 9 }).toFile(join(folder, name))
}

for (const size of [16, 32, 48, 64, 128, 256, 512]) await draw(size, `${size}x${size}.png`)
await draw(1024, 'icon.png')
