import { isNetworkId, networkGlyphs } from '../../ui'

export interface ChannelMark {
  network: string
  /** The whole glyph as one path: a month shows hundreds of them. */
  path: string
}

export interface ChannelMarkRow {
  shown: readonly ChannelMark[]
  /** Networks beyond those shown. */
  rest: number
  /** All of them by name, for screen readers and on hover. */
  names: string
}

const paths = new Map<string, string>()

function pathOf(network: string): string {
  const known = paths.get(network) ?? (isNetworkId(network) ? networkGlyphs[network].join('') : '')
  paths.set(network, known)
  return known
}

/** The marks of what goes out on `networks`, each once; those beyond `max` are a number. */
export function channelMarks(networks: readonly string[], max: number, nameOf: (network: string) => string): ChannelMarkRow {
  const unique = [...new Set(networks)]
  const shown = unique.length > max ? unique.slice(0, max - 1) : unique
  return {
    shown: shown.map((network) => ({ network, path: pathOf(network) })),
    rest: unique.length - shown.length,
    names: unique.map(nameOf).join(', ')
  }
}
