import { findNetwork } from '../channels/catalog'
import type { NetworkId } from '../channels/catalog.schema'
import { findEntities } from './entities'
import folds from './folds.json' with { type: 'json' }
import { graphemeBorders } from './segments'

/** After how much text a network puts "more". */
export interface Fold {
  /** Characters as a reader counts them; null: by lines alone. */
  chars: number | null
  /** Lines of the text, as broken by hand; null where it is not known. */
  lines: number | null
  source: string
  sourceDate: string
  confidence: 'high' | 'medium' | 'low'
}

interface FoldEntry {
  network: string
  format?: string
  chars?: number | null
  lines?: number
  source: string
  confidence: string
}

const entries = folds.folds as readonly FoldEntry[]

const confidenceOf = (given: string): Fold['confidence'] => (given === 'high' || given === 'medium' ? given : 'low')

/** The fold of a network and format, or null where nothing is cut. */
export function foldOf(network: NetworkId, format?: string): Fold | null {
  const own = entries.find((one) => one.network === network && one.format === format && format !== undefined)
  const general = own ?? entries.find((one) => one.network === network && one.format === undefined)
  const facts = findNetwork(network)?.text
  const published = typeof facts?.visibleBeforeFold === 'number' ? facts.visibleBeforeFold : null
  const chars = own?.chars ?? published ?? general?.chars ?? null
  const lines = general?.lines ?? null
  if (chars === null && lines === null) return null
  if (facts && published !== null && chars === published) {
    // The confidence of the catalog is about the limit; where the text is cut goes by screen and font.
    return { chars, lines, source: facts.source, sourceDate: facts.sourceDate, confidence: facts.confidence === 'high' ? 'medium' : 'low' }
  }
  return { chars, lines, source: general?.source ?? '', sourceDate: folds.checkedOn, confidence: confidenceOf(general?.confidence ?? 'low') }
}

function endOfLines(text: string, lines: number): number {
  let end = -1
  for (let seen = 0; seen < lines; seen += 1) {
    end = text.indexOf('\n', end + 1)
    if (end === -1) return text.length
  }
  return end
}

/** Where the part that is shown at first ends, in UTF-16 units; null when all of it is shown. No link or mention is cut. */
export function foldAt(network: NetworkId, format: string | undefined, text: string): number | null {
  const fold = foldOf(network, format)
  if (!fold) return null
  const byLines = fold.lines === null ? text.length : endOfLines(text, fold.lines)
  const shown = text.slice(0, byLines)
  const { chars } = fold
  const borders = graphemeBorders(shown)
  const at = chars === null ? undefined : borders[chars]
  if (at === undefined || at >= shown.length) return byLines < text.trimEnd().length ? byLines : null
  const { links, mentions } = findEntities(network, shown)
  return [...links, ...mentions].find(({ start, end }) => start < at && at < end)?.start ?? at
}
