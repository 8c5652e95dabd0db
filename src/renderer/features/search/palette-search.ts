import { FileText, Image, Lightbulb, Megaphone } from '@lucide/vue'
import type { SearchHit, SearchKind } from '@shared/features/search/search.contract'
import type { Component } from 'vue'
import type { RouteLocationRaw, Router } from 'vue-router'
import { useApi } from '../../api'
import { useFormats, type Command, type PaletteSearch } from '../../app'
import { useText } from '../../ui'

const SHOWN_HERE = 8
const SHOWN_ELSEWHERE = 12
/** Every other client is opened to be read: two letters are too few to be worth it. */
const LEAST_LETTERS = 3

const icons: Record<SearchKind, Component> = { post: FileText, idea: Lightbulb, campaign: Megaphone, asset: Image }

function placeOf({ kind, clientId, id }: SearchHit): RouteLocationRaw {
  switch (kind) {
    case 'post':
    case 'idea':
      return { name: 'post', params: { clientId, postId: id } }
    case 'campaign':
      return { name: 'campaign', params: { clientId, campaignId: id } }
    case 'asset':
      return { name: 'asset', params: { clientId, assetId: id } }
  }
}

/** When it goes out, and the words that were found, where they are not its name already. */
function detailOf({ title, excerpt, planned }: SearchHit, dateTime: (instant: string) => string): string {
  return [planned ? dateTime(planned.instant) : '', title === '' ? '' : excerpt].filter(Boolean).join(' · ')
}

/** Posts and ideas of the open client; its campaigns and assets have a search of their own. */
export function createPostSearch(router: Router, openClient: () => string | undefined): PaletteSearch {
  const api = useApi()
  const { t } = useText()
  const formats = useFormats()
  return {
    id: 'search.here',
    group: 'search.group.here',
    async find(query, signal) {
      const clientId = openClient()
      if (clientId === undefined) return []
      const { hits } = await api.search.everywhere({ query, clientId, kinds: ['post', 'idea'], limit: SHOWN_HERE }, { signal })
      return hits.map((hit): Command => ({
        id: `post.${hit.id}`,
        title: hit.title || hit.excerpt || t('search.untitled'),
        detail: detailOf(hit, formats.value.dateTime),
        icon: icons[hit.kind],
        group: 'search.group.here',
        run: () => router.push(placeOf(hit))
      }))
    }
  }
}

/** Posts, ideas, campaigns and assets of all clients but the open one, each under the color of its client. */
export function createElsewhereSearch(router: Router, openClient: () => string | undefined): PaletteSearch {
  const api = useApi()
  const { t } = useText()
  const formats = useFormats()
  return {
    id: 'search.elsewhere',
    group: 'search.group.elsewhere',
    async find(query, signal) {
      if (query.trim().length < LEAST_LETTERS) return []
      const { hits } = await api.search.everywhere({ query, exceptClientId: openClient() ?? null, limit: SHOWN_ELSEWHERE }, { signal })
      return hits.map((hit): Command => ({
        id: `elsewhere.${hit.kind}.${hit.id}`,
        title: t('search.hit', { title: hit.title || hit.excerpt || t('search.untitled'), client: hit.clientName }),
        detail: detailOf(hit, formats.value.dateTime),
        color: hit.clientColor,
        group: 'search.group.elsewhere',
        run: () => router.push(placeOf(hit))
      }))
    }
  }
}
