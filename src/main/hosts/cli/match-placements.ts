import { isImagePlacement } from '../../../shared/media/settings'
import { AppError } from '../../../shared/errors/app-error'
import { suggest } from './suggest'

interface Offered {
  id: string
  network: string
  formats: readonly string[]
}

const NETWORK = 'network:'

function patternOf(text: string): RegExp {
  const escaped = text.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*').replaceAll('?', '.')
  return new RegExp(`^${escaped}$`, 'i')
}

function matchOne(given: string, all: readonly Offered[]): string[] {
  const exact = all.find((placement) => placement.id === given.toLowerCase())
  if (exact) return [exact.id]
  // Whoever names many at once means those that a picture can fill.
  const pictures = all.filter(isImagePlacement)
  if (given.toLowerCase().startsWith(NETWORK)) {
    const network = given.slice(NETWORK.length).toLowerCase()
    return pictures.filter((placement) => placement.network === network).map((placement) => placement.id)
  }
  if (!/[*?]/.test(given)) return []
  const pattern = patternOf(given)
  return pictures.filter((placement) => pattern.test(placement.id)).map((placement) => placement.id)
}

function namesLike(given: string, all: readonly Offered[]): string[] {
  const networks = [...new Set(all.map((placement) => NETWORK + placement.network))]
  return suggest(given, given.toLowerCase().startsWith(NETWORK) ? networks : all.map((placement) => placement.id))
}

/**
 * The placements that ids, comma lists, patterns (`ig-*`) and `network:instagram` mean, each once, in that order.
 *
 * @throws AppError `validation.placement` with `suggestions`, where one means nothing
 */
export function matchPlacements(given: readonly string[], all: readonly Offered[]): string[] {
  const wanted = given.flatMap((part) => part.split(',')).map((part) => part.trim()).filter(Boolean)
  const ids = wanted.flatMap((one) => {
    const found = matchOne(one, all)
    if (found.length > 0) return found
    throw new AppError('validation.placement', { placement: one, suggestions: namesLike(one, all) })
  })
  return [...new Set(ids)]
}
