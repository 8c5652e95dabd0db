import type { Size } from '../../../shared/channels/crop'
import type { RenderOutput } from '../../../shared/media/protocol'

/**
 * Shorter sides that pictures are decoded at, px; the picture's own size beside them. Steps, so that the bytes of an
 * output do not depend on what else is cut from the same picture: an export that is resumed, or repeated for one
 * placement alone, gives the same files. The first step is enough for nearly all placements.
 */
const SHORT_SIDES = [1920, 2880]

const scaleFor = (upright: Size, output: RenderOutput): number => {
  const short = Math.min(upright.width, upright.height)
  const wanted = Math.min(1, output.frame.scale)
  return SHORT_SIDES.map((side) => Math.min(1, side / short)).find((scale) => scale >= wanted) ?? 1
}

/** Outputs by the scale that their picture is decoded at. */
export const byMasterScale = (upright: Size, outputs: RenderOutput[]): Map<number, RenderOutput[]> => {
  const scales = new Map<number, RenderOutput[]>()
  for (const output of outputs) {
    const scale = scaleFor(upright, output)
    scales.set(scale, [...(scales.get(scale) ?? []), output])
  }
  return scales
}
