import { ascendingPlaces } from './ascending-places'
import { type Estimate, medianOfRanks } from './statistics'

interface Valued {
  value: number | undefined
}

/** Some of a list of posts: how many there are, and the median of those that have the figure. */
export interface RankedPart {
  /** Also those without the figure. */
  all: number
  /** Places of those that have it among all that have it, the lowest first. */
  places: readonly number[]
  median(): Estimate | undefined
}

/** Posts in the order of a figure, off which the median of any group, and of all others, is read without sorting again. */
export class RankedPosts<Post extends Valued> {
  readonly all: number
  private readonly posts: readonly Post[]
  private readonly values: Float64Array
  private readonly unknown: readonly Post[]

  constructor(posts: readonly Post[]) {
    this.all = posts.length
    const values = Float64Array.from(posts, ({ value }) => value ?? NaN)
    this.posts = Array.from(ascendingPlaces(values), (place) => posts[place]).filter((post) => post !== undefined)
    this.unknown = posts.filter(({ value }) => value === undefined)
    this.values = Float64Array.from(this.posts, ({ value }) => value ?? 0)
  }

  /** By what they have in common; a post may be in several groups. */
  split(keysOf: (post: Post) => string | readonly string[]): Map<string, RankedPart> {
    const groups = new Map<string, { all: number; places: number[] }>()
    const groupOf = (key: string): { all: number; places: number[] } => {
      const found = groups.get(key)
      if (found) return found
      const made = { all: 0, places: [] }
      groups.set(key, made)
      return made
    }
    for (const [place, post] of this.posts.entries()) {
      const keys = keysOf(post)
      if (typeof keys === 'string') groupOf(keys).places.push(place)
      else for (const key of keys) groupOf(key).places.push(place)
    }
    for (const group of groups.values()) group.all = group.places.length
    for (const post of this.unknown) for (const key of [keysOf(post)].flat()) groupOf(key).all += 1
    return new Map([...groups].map(([key, group]) => [key, this.part(group)]))
  }

  whole(): RankedPart {
    const { values } = this
    return { all: this.all, places: [], median: () => medianOfRanks(values.length, (rank) => values[rank] ?? 0) }
  }

  /** All others: the value of a rank among them lies as many places further on as there are posts of the group before it. */
  without({ all, places }: RankedPart): RankedPart {
    const { values } = this
    const valueAt = (rank: number): number => {
      let [low, high] = [0, places.length]
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((places[middle] ?? 0) - middle <= rank) low = middle + 1
        else high = middle
      }
      return values[rank + low] ?? 0
    }
    return { all: this.all - all, places: [], median: () => medianOfRanks(values.length - places.length, valueAt) }
  }

  private part({ all, places }: { all: number; places: readonly number[] }): RankedPart {
    const { values } = this
    return { all, places, median: () => medianOfRanks(places.length, (rank) => values[places[rank] ?? 0] ?? 0) }
  }
}
