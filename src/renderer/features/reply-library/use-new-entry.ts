import { nextTick, ref, watch, type Ref } from 'vue'

/**
 * A list whose new entries come back by an event: chooses the one that was made once it is there, and goes to its fields.
 * @param ids those that are there
 */
export function useNewEntry(ids: () => readonly string[], choose: (id: string) => void, edit: () => void): Ref<string | undefined> {
  const made = ref<string>()
  watch([made, ids], async ([id, there]) => {
    if (id === undefined || !there.includes(id)) return
    made.value = undefined
    choose(id)
    await nextTick()
    edit()
  })
  return made
}
