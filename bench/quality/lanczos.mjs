const LOBES = 3

const kernel = x => {
  if (x === 0) return 1
  if (Math.abs(x) >= LOBES) return 0
  const angle = Math.PI * x
  return (LOBES * Math.sin(angle) * Math.sin(angle / LOBES)) / (angle * angle)
}

/** Weights of one axis: which source pixels make an output pixel, and how much each. */
function weightsOf({ length, size, offset, scale }) {
  const support = LOBES / scale
  return Array.from({ length: size }, (_, at) => {
    const center = offset + (at + 0.5) / scale - 0.5
    const first = Math.max(0, Math.ceil(center - support))
    const last = Math.min(length - 1, Math.floor(center + support))
    const weights = Float64Array.from({ length: last - first + 1 }, (_, index) => kernel((first + index - center) * scale))
    const sum = weights.reduce((total, weight) => total + weight, 0)
    return { first, weights: weights.map(weight => weight / sum) }
  })
}

/** Brightness of 8 bit RGB pixels, 0 to 255. */
export function luma(data, channels) {
  const result = new Float32Array(data.length / channels)
  for (let i = 0, at = 0; at < result.length; i += channels, at += 1) {
    result[at] = 0.299 * data[i] + 0.587 * data[i + 1] + 0.114 * data[i + 2]
  }
  return result
}

function alongRows({ pixels, width }, rows, columns) {
  const result = new Float32Array(rows * columns.length)
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns.length; x += 1) {
      const { first, weights } = columns[x]
      let sum = 0
      for (let tap = 0; tap < weights.length; tap += 1) sum += weights[tap] * pixels[y * width + first + tap]
      result[y * columns.length + x] = sum
    }
  }
  return result
}

function alongColumns(pixels, width, lines) {
  const result = new Float32Array(width * lines.length)
  for (let y = 0; y < lines.length; y += 1) {
    const { first, weights } = lines[y]
    for (let tap = 0; tap < weights.length; tap += 1) {
      const weight = weights[tap]
      const from = (first + tap) * width
      for (let x = 0; x < width; x += 1) result[y * width + x] += weight * pixels[from + x]
    }
  }
  return result
}

/**
 * The middle of a picture at the size of a placement, by Lanczos in floating point from the whole picture: what a
 * perfect export would look like. Written out here so that it shares nothing with what is measured.
 *
 * @param {number} [shift] output pixels by which the window lies off the middle, along the axis that is cut
 */
export function referenceLuma(source, { width, height }, shift = 0) {
  const scale = Math.max(width / source.width, height / source.height)
  // The axis that fits exactly has no window to move.
  const middle = (length, size) => {
    const spare = length - size / scale
    return spare * scale < 1 ? spare / 2 : spare / 2 + shift / scale
  }
  const columns = weightsOf({ length: source.width, size: width, offset: middle(source.width, width), scale })
  const lines = weightsOf({ length: source.height, size: height, offset: middle(source.height, height), scale })
  return alongColumns(alongRows(source, source.height, columns), width, lines)
}
