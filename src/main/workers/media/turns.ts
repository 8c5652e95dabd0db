/** Runs work in a limited number of places; heavy work takes all of them. */
export interface Turns {
  run<Result>(work: () => Promise<Result>, options?: { alone?: boolean }): Promise<Result>
}

interface Waiting {
  places: number
  start: () => void
}

/** First come, first served: light work does not overtake heavy work that waits. */
export const createTurns = (places: number): Turns => {
  const queue: Waiting[] = []
  let free = places
  const next = (): void => {
    for (let first = queue[0]; first && first.places <= free; first = queue[0]) {
      queue.shift()
      free -= first.places
      first.start()
    }
  }
  return {
    async run(work, { alone = false } = {}) {
      const needed = alone ? places : 1
      await new Promise<void>((resolve) => {
        queue.push({ places: needed, start: resolve })
        next()
      })
      try {
        return await work()
      } finally {
        free += needed
        next()
      }
    }
  }
}
