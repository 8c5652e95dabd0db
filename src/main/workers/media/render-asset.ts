import type { OutputResult, RenderOutput } from '../../../shared/media/protocol'
import type { Inspected } from './inspect'
import { decodeMaster } from './master'
import { byMasterScale } from './master-scale'
import { asFailure, throwIfCancelled } from './media-failure'
import { hardLimit, limitWarnings } from './output-limits'
import { renderOutput, type Rendered, type Source } from './render-output'
import { sha256, writePart } from './write-part'

/** Outputs that differ in their limits and names only are drawn alike. */
const drawing = ({ key, partPath, fallbackFormats, maxBytes, maxBytesHard, adviseBytes, ...rest }: RenderOutput): string =>
  JSON.stringify(rest)

/** The loosest limit first: what is encoded for it most often serves the stricter ones too. */
const byLimit = (a: RenderOutput, b: RenderOutput): number => hardLimit(b) - hardLimit(a)

const grouped = (outputs: RenderOutput[]): RenderOutput[][] => {
  const groups = new Map<string, RenderOutput[]>()
  for (const output of outputs) {
    const key = drawing(output)
    groups.set(key, [...(groups.get(key) ?? []), output])
  }
  return [...groups.values()].map((group) => group.sort(byLimit))
}

const once = <Result>(make: () => Promise<Result>): (() => Promise<Result>) => {
  let made: Promise<Result> | null = null
  return () => (made ??= make())
}

const sourceAt = (image: Inspected, scale: number): Source => ({ image, master: once(() => decodeMaster(image, scale)) })

const write = async (output: RenderOutput, rendered: Rendered): Promise<OutputResult> => {
  const { bytes, facts } = rendered
  await writePart(output.partPath, bytes)
  const warnings = [...facts.warnings, ...limitWarnings(output, bytes.length)]
  return { key: output.key, status: 'written', bytes: bytes.length, sha256: sha256(bytes), ...facts, warnings }
}

/** An encode serves another output when that would come to the same: at first choice and under its limit. */
const serves = (rendered: Rendered, output: RenderOutput): boolean =>
  rendered.firstChoice && rendered.bytes.length <= hardLimit(output)

/** Makes outputs that are drawn alike, with one encode where one serves them all. */
const renderGroup = async (
  source: Source,
  group: RenderOutput[],
  emit: (output: OutputResult) => void
): Promise<void> => {
  const made: Rendered[] = []
  for (const output of group) {
    try {
      const rendered = made.find((one) => serves(one, output)) ?? (await renderOutput(source, output))
      made.push(rendered)
      emit(await write(output, rendered))
    } catch (error) {
      emit({ key: output.key, status: 'failed', error: asFailure(error) })
    }
  }
}

/**
 * Cuts all outputs from one picture that was inspected, decodes it once, and writes each to its part path. Reports each
 * output as it is there, written or failed; data that turn out broken fail each output.
 */
export const renderInspected = async (
  image: Inspected,
  outputs: RenderOutput[],
  emit: (output: OutputResult) => void,
  signal?: AbortSignal
): Promise<void> => {
  for (const [scale, ofScale] of byMasterScale(image.upright, outputs)) {
    const source = sourceAt(image, scale)
    for (const group of grouped(ofScale)) {
      throwIfCancelled(signal)
      await renderGroup(source, group, emit)
    }
  }
}
