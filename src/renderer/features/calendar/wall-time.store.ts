import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { toErrorLike } from '../../ui'

export type TimePick = 'earlier' | 'later'

/** A time that the clock skips or shows twice, and the two times to choose from. */
export interface WallTimeQuestion {
  date: string
  time: string
  zone: string
  kind: 'gap' | 'overlap'
  earlier: string
  later: string
}

/** Asks which of two times is meant, on the days on which the clock changes. */
export const useWallTime = defineStore('wall-time', () => {
  const question = shallowRef<WallTimeQuestion>()
  /** Where the question is asked: where the post was dropped. */
  const place = shallowRef<{ x: number; y: number }>()
  let answer: (pick: TimePick | undefined) => void = () => undefined

  function ask(about: WallTimeQuestion): Promise<TimePick | undefined> {
    answer(undefined)
    question.value = about
    return new Promise((resolve) => {
      answer = resolve
    })
  }

  function reply(pick: TimePick | undefined): void {
    question.value = undefined
    answer(pick)
  }

  /** Writes; where the clock asks a question, writes again with the answer. Undefined when the person gave none. */
  async function write<T>(run: (pick?: TimePick) => Promise<T>): Promise<T | undefined> {
    try {
      return await run()
    } catch (error) {
      const { code, data } = toErrorLike(error)
      if (code !== 'validation.wall-time') throw error
      const pick = await ask(data as unknown as WallTimeQuestion)
      return pick === undefined ? undefined : await run(pick)
    }
  }

  return { question, place, reply, write }
})
