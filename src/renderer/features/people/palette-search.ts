import { UserRound } from '@lucide/vue'
import type { Router } from 'vue-router'
import { useApi } from '../../api'
import type { PaletteSearch } from '../../app'
import { addressOf, refOf } from './people-words'

const SHOWN = 5

/** Finds people of the open client by name and handle. */
export function createPeopleSearch(router: Router, openClient: () => string | undefined): PaletteSearch {
  const api = useApi()
  return {
    id: 'people',
    group: 'people.title',
    async find(search, signal) {
      const clientId = openClient()
      if (clientId === undefined) return []
      const { people } = await api.people.list({ clientId, search, sort: 'messages', limit: SHOWN }, { signal })
      return people.map((person) => {
        const who = addressOf(refOf(person))
        return { id: `person.${who}`, title: person.name, detail: person.handles[0]?.shown ?? '', icon: UserRound, group: 'people.title' as const, run: () => router.push({ name: 'person', params: { clientId, who } }) }
      })
    }
  }
}
