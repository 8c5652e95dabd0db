import { z } from 'zod'
import { networkIds, type NetworkId } from '../../channels/catalog.schema'

/** What a column of a plan can hold. */
export const scheduleFields = [
  'text', 'title', 'date', 'time', 'dateTime', 'zone', 'channels', 'media', 'altTexts', 'link', 'labels', 'status', 'draft',
  'archived', 'firstComment', 'notes', 'pillar', 'campaign', 'owner', 'postType', 'key'
] as const
export const scheduleField = z.enum(scheduleFields)
export type ScheduleField = z.infer<typeof scheduleField>

/** A column that says yes or no for one network. */
export type NetworkFlag = `network:${NetworkId}`
export const networkFlags = networkIds.map((network): NetworkFlag => `network:${network}`)

export const columnTarget = z.union([scheduleField, z.enum(networkFlags as [NetworkFlag, ...NetworkFlag[]]), z.literal('ignore')])
/** Where a column goes; `ignore` is left out on purpose. */
export type ColumnTarget = z.infer<typeof columnTarget>

/** Names of networks as files and people write them; compared by `looseKey`. */
export const networkWords: Readonly<Record<string, NetworkId>> = {
  facebook: 'facebook', fb: 'facebook', 'facebook page': 'facebook', meta: 'facebook',
  instagram: 'instagram', ig: 'instagram', insta: 'instagram',
  x: 'x', twitter: 'x', 'twitter x': 'x', 'x twitter': 'x',
  linkedin: 'linkedin', li: 'linkedin', 'linked in': 'linkedin', 'linkedin page': 'linkedin',
  tiktok: 'tiktok', tt: 'tiktok', 'tik tok': 'tiktok',
  youtube: 'youtube', yt: 'youtube', 'youtube shorts': 'youtube',
  snapchat: 'snapchat', snap: 'snapchat',
  pinterest: 'pinterest', pin: 'pinterest',
  threads: 'threads', bluesky: 'bluesky', bsky: 'bluesky', mastodon: 'mastodon', masto: 'mastodon',
  'google business': 'google-business', 'google business profile': 'google-business', gbp: 'google-business', gmb: 'google-business',
  'google my business': 'google-business', whatsapp: 'whatsapp', wa: 'whatsapp'
}

/** What stands in a status column, and what it means here; compared by `looseKey`. en, nb, sv, nl, de, fr, es, it, pt. */
export const statusWords: Readonly<Record<string, ImportedStatus>> = {
  idea: 'idea', ideas: 'idea', backlog: 'idea', ide: 'idea', ideer: 'idea', idee: 'idea', 'ideeën': 'idea', ideen: 'idea', 'idée': 'idea', inbox: 'idea',
  draft: 'draft', drafts: 'draft', utkast: 'draft', concept: 'draft', entwurf: 'draft', brouillon: 'draft', borrador: 'draft', bozza: 'draft',
  rascunho: 'draft', todo: 'draft', 'to do': 'draft', 'in progress': 'draft', doing: 'draft', writing: 'draft', 'not started': 'draft',
  'in review': 'in-review', review: 'in-review', 'needs review': 'in-review', 'til godkjenning': 'in-review', 'ter goedkeuring': 'in-review', pending: 'in-review',
  approved: 'approved', godkjent: 'approved', goedgekeurd: 'approved', freigegeben: 'approved', approvato: 'approved', ready: 'approved', klar: 'approved', klaar: 'approved',
  scheduled: 'scheduled', planlagt: 'scheduled', planerad: 'scheduled', ingepland: 'scheduled', gepland: 'scheduled', geplant: 'scheduled', planifié: 'scheduled',
  programado: 'scheduled', programmato: 'scheduled', agendado: 'scheduled', planned: 'scheduled', queued: 'scheduled',
  published: 'published', publisert: 'published', publicerad: 'published', gepubliceerd: 'published', veröffentlicht: 'published', publié: 'published',
  publicado: 'published', pubblicato: 'published', posted: 'published', live: 'published', sent: 'published', done: 'published', geplaatst: 'published',
  archived: 'archived', cancelled: 'archived', canceled: 'archived', arkivert: 'archived', gearchiveerd: 'archived'
}
/** Said of a date in a calendar, not of a post. */
export const statusNoise: ReadonlySet<string> = new Set(['confirmed', 'tentative', ''])
export const importedStatuses = ['idea', 'draft', 'in-review', 'approved', 'scheduled', 'published', 'archived'] as const
export type ImportedStatus = (typeof importedStatuses)[number]

/** Kinds of posts as tools write them; compared by `looseKey`. */
export const postTypeWords = {
  post: 'feed', feed: 'feed', image: 'feed', photo: 'feed', status: 'feed', text: 'feed',
  carousel: 'carousel', album: 'carousel', reel: 'reel', reels: 'reel', 'instagram reel': 'reel', story: 'story', stories: 'story',
  short: 'short', shorts: 'short', video: 'video', pdf: 'document', document: 'document', pin: 'pin', thread: 'thread', article: 'article',
  update: 'update'
} as const

export const yesWords: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', 'x', 'ja', 'j', 'oui', 'si', 'sì', 'sí', 'sim', 'on'])
