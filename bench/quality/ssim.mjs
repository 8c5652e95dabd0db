const SIDE = 8
const STEP = 4
const C1 = (0.01 * 255) ** 2
const C2 = (0.03 * 255) ** 2

function windowSimilarity(a, b, start, width) {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0]
  for (let y = 0; y < SIDE; y += 1) {
    for (let at = start + y * width; at < start + y * width + SIDE; at += 1) {
      sumA += a[at]
      sumB += b[at]
      squaresA += a[at] * a[at]
      squaresB += b[at] * b[at]
      products += a[at] * b[at]
    }
  }
  const n = SIDE * SIDE
  const [meanA, meanB] = [sumA / n, sumB / n]
  const varianceA = squaresA / n - meanA * meanA
  const varianceB = squaresB / n - meanB * meanB
  const covariance = products / n - meanA * meanB
  return ((2 * meanA * meanB + C1) * (2 * covariance + C2)) / ((meanA ** 2 + meanB ** 2 + C1) * (varianceA + varianceB + C2))
}

/** Structural similarity of two brightness planes of one size: 1 for equal ones; falls with blur, noise and blocks alike. */
export function ssim(a, b, { width, height }) {
  let sum = 0
  let windows = 0
  for (let y = 0; y + SIDE <= height; y += STEP) {
    for (let x = 0; x + SIDE <= width; x += STEP) {
      sum += windowSimilarity(a, b, y * width + x, width)
      windows += 1
    }
  }
  return sum / windows
}
