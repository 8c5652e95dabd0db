import { defineStore } from 'pinia'
import { computed, shallowReactive, toValue, type Component, type MaybeRefOrGetter } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import type { MessageKey } from '../ui'

/** Groups of the sidebar in their order; `top` and `bottom` have no label. */
export const navGroups = ['top', 'plan', 'library', 'community', 'measure', 'bottom'] as const
export type NavGroup = (typeof navGroups)[number]

/** One entry of the sidebar. Only what works is registered. */
export interface NavItem {
  id: string
  label: MessageKey
  icon: Component
  group: NavGroup
  /** Name of the route it leads to. */
  route: string
  /** True for screens of one client: shown while a client is open, and `clientId` is filled in. */
  needsClient?: boolean
  /** The letter after `g`, for example `a`. */
  key?: string
  /** Further keys that lead there, such as `mod+,`. */
  aliases?: readonly string[]
  /** A number beside the label; 0 is not shown. */
  badge?: MaybeRefOrGetter<number>
  /** Place within the group; low first. */
  order?: number
}

/** The address of an entry for the open client, or undefined where there is none. */
export function navTarget(item: NavItem, clientId: string | undefined): RouteLocationRaw | undefined {
  if (!item.needsClient) return { name: item.route }
  return clientId === undefined ? undefined : { name: item.route, params: { clientId } }
}

export const badgeOf = (item: NavItem): number => toValue(item.badge) ?? 0

export const useNavigation = defineStore('navigation', () => {
  const items = shallowReactive<NavItem[]>([])
  const groups = computed(() =>
    navGroups
      .map((group) => ({
        group,
        items: items
          .filter((item) => item.group === group)
          .toSorted((left, right) => (left.order ?? 0) - (right.order ?? 0))
      }))
      .filter((entry) => entry.items.length > 0)
  )

  function register(...more: readonly NavItem[]): void {
    for (const item of more) {
      const at = items.findIndex((other) => other.id === item.id)
      if (at === -1) items.push(item)
      else items[at] = item
    }
  }

  return { items, groups, register }
})
