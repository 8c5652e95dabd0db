import type { OutreachItem, PersonRef } from '@shared/features/people/people.schema'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export interface OutreachAsked {
  person?: { ref: PersonRef; name: string }
  item?: OutreachItem
}

/** What is asked for in a dialog; each page of people shows them. */
export const usePeopleDialogs = defineStore('people-dialogs', () => {
  /** Who is merged: shown side by side. One alone: the others are looked for first. */
  const merging = shallowRef<readonly PersonRef[]>([])
  const outreach = shallowRef<OutreachAsked>()
  const erasing = shallowRef<PersonRef>()
  return { merging, outreach, erasing }
})
