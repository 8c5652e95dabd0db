import { MessageCircle } from '@lucide/vue'
import type { Router } from 'vue-router'
import { useApi } from '../../api'
import type { PaletteSearch } from '../../app'
import { useText } from '../../ui'

const SHOWN = 6

/** Finds conversations of the open client by the words in them and by who wrote. */
export function createConversationSearch(router: Router, openClient: () => string | undefined): PaletteSearch {
  const api = useApi()
  const { t } = useText()
  return {
    id: 'inbox',
    group: 'inbox.conversations',
    async find(search, signal) {
      const clientId = openClient()
      if (clientId === undefined) return []
      const { rows } = await api.inbox.list({ clientId, search, view: 'all', limit: SHOWN }, { signal })
      return rows.map((row) => ({
        id: `conversation.${row.id}`,
        title: row.person.name || t('inbox.nobody'),
        detail: row.excerpt.slice(0, 80),
        icon: MessageCircle,
        group: 'inbox.conversations',
        run: () => router.push({ name: 'inbox', params: { clientId, conversationId: row.id } })
      }))
    }
  }
}
