import type { OutputResult, RenderOutput, RenderRequest } from '../../../shared/media/protocol'
import { decodeMaster } from './master'
import type { Pixels } from './decoder'
import { inspect, type Inspected } from './inspect'
import { asFailure, throwIfCancelled } from './media-failure'
import { renderOutput, type Rendered, type Source } from './render-output'
import { sha256, writePart } from './write-part'

/** Outputs that differ in nothing but their names are one encode. */
const sameResult = ({ key: _key, partPath: _partPath, ...rest }: RenderOutput): string => JSON.stringify(rest)

const grouped = (outputs: RenderOutput[]): RenderOutput[][] => {
  const groups = new Map<string, RenderOutput[]>()
  for (const output of outputs) {
    const key = sameResult(output)
    groups.set(key, [...(groups.get(key) ?? []), output])
  }
  return [...groups.values()]
}

/** The largest scale that any output needs; the picture is never decoded larger than it is. */
const masterScale = (outputs: RenderOutput[]): number =>
  Math.min(1, Math.max(...outputs.map((output) => output.frame.scale)))

const once = <Result>(make: () => Promise<Result>): (() => Promise<Result>) => {
  let made: Promise<Result> | null = null
  return () => (made ??= make())
}

const sourceFor = (image: Inspected, outputs: RenderOutput[]): Source => ({
  image,
  master: once<Pixels>(() => decodeMaster(image, masterScale(outputs)))
})

const write = async (output: RenderOutput, rendered: Rendered, hash: string): Promise<OutputResult> => {
  try {
    await writePart(output.partPath, rendered.bytes)
    const bytes = rendered.bytes.length
    return { key: output.key, status: 'written', bytes, sha256: hash, ...rendered.facts }
  } catch (error) {
    return { key: output.key, status: 'failed', error: asFailure(error) }
  }
}

const renderGroup = async (source: Source, group: RenderOutput[]): Promise<OutputResult[]> => {
  const [first] = group
  if (!first) return []
  try {
    const rendered = await renderOutput(source, first)
    const hash = sha256(rendered.bytes)
    return await Promise.all(group.map((output) => write(output, rendered, hash)))
  } catch (error) {
    const failure = asFailure(error)
    return group.map(({ key }) => ({ key, status: 'failed', error: failure }))
  }
}

/** Renders from a picture that was inspected. */
export const renderInspected = async (
  image: Inspected,
  outputs: RenderOutput[],
  emit: (output: OutputResult) => void,
  signal?: AbortSignal
): Promise<void> => {
  const source = sourceFor(image, outputs)
  for (const group of grouped(outputs)) {
    throwIfCancelled(signal)
    for (const result of await renderGroup(source, group)) emit(result)
  }
}

/**
 * Cuts all outputs from one picture, which is decoded once, and writes each to its part path.
 * Reports each output as it is there, written or failed. Throws `MediaError` when the picture itself cannot be used.
 */
export const renderAsset = async (
  request: RenderRequest,
  emit: (output: OutputResult) => void,
  signal?: AbortSignal
): Promise<void> => renderInspected(await inspect(request.path), request.outputs, emit, signal)
