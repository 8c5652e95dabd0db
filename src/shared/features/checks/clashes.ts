/** What is looked at for clashes: a variant at its time. */
export interface ClashInput {
  variantId: string
  postId: string
  channelId: string
  title: string
  text: string
  assetIds: readonly string[]
  /** ISO 8601 in UTC. */
  instant: string
}

export interface Clash {
  variantId: string
  kind: 'clash.text' | 'clash.hour' | 'clash.asset'
  assetId: string | null
  /** The earlier one, and days or minutes between the two. */
  data: { title: string; instant: string; days: number; minutes: number }
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Texts that a reader takes for one: case, spaces and a changed link aside. */
const sameText = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/https?:\/\/\S+/g, '').replaceAll(/\s+/g, ' ').trim()

function clashesOf(later: ClashInput, earlier: ClashInput): Pick<Clash, 'kind' | 'assetId'>[] {
  const found: Pick<Clash, 'kind' | 'assetId'>[] = []
  if (Date.parse(later.instant) - Date.parse(earlier.instant) < HOUR) found.push({ kind: 'clash.hour', assetId: null })
  const text = sameText(later.text)
  if (text !== '' && text === sameText(earlier.text)) found.push({ kind: 'clash.text', assetId: null })
  const shared = later.assetIds.find((id) => earlier.assetIds.includes(id))
  if (shared !== undefined) found.push({ kind: 'clash.asset', assetId: shared })
  return found
}

/**
 * The same text, the same hour or the same picture on one channel; told at the later of the two, once for each kind.
 *
 * @param days how far apart two posts may be to clash by text or picture
 */
export function findClashes(inputs: readonly ClashInput[], days: number): Clash[] {
  const channels = new Map<string, ClashInput[]>()
  for (const input of [...inputs].sort((a, b) => a.instant.localeCompare(b.instant, 'en'))) {
    channels.set(input.channelId, [...(channels.get(input.channelId) ?? []), input])
  }
  return [...channels.values()].flatMap((row) => {
    let first = 0
    return row.flatMap((later, index) => {
      const at = Date.parse(later.instant)
      while (at - Date.parse(row[first]?.instant ?? '') > days * DAY && first < index) first += 1
      const told = new Set<string>()
      // The nearest one before is the one to tell of.
      return row.slice(first, index).reverse().flatMap((earlier): Clash[] => {
        if (earlier.postId === later.postId) return []
        const apart = at - Date.parse(earlier.instant)
        const data = { title: earlier.title, instant: earlier.instant, days: Math.round(apart / DAY), minutes: Math.round(apart / 60_000) }
        return clashesOf(later, earlier).flatMap((clash) => {
          if (told.has(clash.kind)) return []
          told.add(clash.kind)
          return [{ variantId: later.variantId, ...clash, data }]
        })
      })
    })
  })
}
