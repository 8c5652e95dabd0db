import type { AnalyticsFilters } from '@shared/features/analytics/analytics-scope'
import { defineAsyncComponent, type Component } from 'vue'
import type { MessageKey } from '../../ui'
import { useMatchCounts } from './matches/match-counts.store'

export type ScopeChip = keyof AnalyticsFilters

/** A tab of the analytics. Each is in the address: `/clients/…/analytics/<id>`, and keeps the scope of the others. */
export interface AnalyticsTab {
  id: string
  label: MessageKey
  /** Reads `useAnalyticsScope().scope`; it is drawn anew by itself when that changes. */
  component: Component
  /** Chips that mean something here; the others stay chosen, but out of sight. */
  chips: readonly ScopeChip[]
  /** False where nothing is compared or no period is asked for. */
  compares?: boolean
  hasPeriod?: boolean
  /** How much waits there for an answer; a figure beside the name. */
  count?: () => number
}

const ofChannels: readonly ScopeChip[] = ['channelIds']
const ofPosts: readonly ScopeChip[] = ['channelIds', 'pillarIds', 'formats', 'campaignIds', 'hashtags']

/** In the order of the bar. A tab is added by one entry here. */
export const analyticsTabs: readonly AnalyticsTab[] = [
  { id: 'overview', label: 'analytics.tab.overview', component: defineAsyncComponent(() => import('./boards/OverviewTab.vue')), chips: ofPosts },
  { id: 'channels', label: 'analytics.tab.channels', component: defineAsyncComponent(() => import('./boards/ChannelsTab.vue')), chips: ofChannels },
  { id: 'posts', label: 'analytics.tab.posts', component: defineAsyncComponent(() => import('./content/PostsTab.vue')), chips: ofPosts, compares: false },
  { id: 'times', label: 'analytics.tab.times', component: defineAsyncComponent(() => import('./content/BestTimesTab.vue')), chips: ofPosts, compares: false },
  { id: 'groups', label: 'analytics.tab.groups', component: defineAsyncComponent(() => import('./content/GroupsTab.vue')), chips: ofPosts },
  { id: 'campaigns', label: 'analytics.tab.campaigns', component: defineAsyncComponent(() => import('./boards/CampaignsTab.vue')), chips: ofPosts, compares: false },
  { id: 'followers', label: 'analytics.tab.followers', component: defineAsyncComponent(() => import('./boards/FollowersTab.vue')), chips: ofChannels },
  { id: 'ads', label: 'analytics.tab.ads', component: defineAsyncComponent(() => import('./boards/AdsTab.vue')), chips: ofChannels },
  { id: 'traffic', label: 'analytics.tab.traffic', component: defineAsyncComponent(() => import('./boards/TrafficTab.vue')), chips: [] },
  { id: 'learnings', label: 'analytics.tab.learnings', component: defineAsyncComponent(() => import('./learnings/LearningsTab.vue')), chips: ofPosts },
  { id: 'matches', label: 'analytics.tab.matches', component: defineAsyncComponent(() => import('./matches/MatchesTab.vue')), chips: [], compares: false, hasPeriod: false, count: () => useMatchCounts().doubtful }
]
