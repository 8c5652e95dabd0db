import type { NetworkId } from '../channels/catalog.schema'
import type { FractionRect } from '../channels/crop'
import type { FormatId } from '../channels/formats'
import type { AssetRights } from '../features/assets/rights'

/** A picture, video or document of a post. */
export interface CheckedMedia {
  assetId: string
  /** Upright, in pixels, before the crop. */
  width: number
  height: number
  bytes: number
  /** What the content is: `jpg`, `png`, `gif`, `mp4`, `pdf`… */
  format: string
  /** More than one: it moves. */
  frames?: number
  /** The text that goes out: the post's own, or that of the asset. */
  altText: string
  /** A crop set by hand for this post. */
  crop?: FractionRect | null
  /** Of a video, where it was read. */
  seconds?: number | null
  codec?: string | null
  framesPerSecond?: number | null
  audioCodec?: string | null
  bitsPerSecond?: number | null
  /** A video that no program could read: its shape, length and codec are not known. */
  unread?: boolean
  rights?: AssetRights | null
}

/** A limit that a person or a server sets for a client in the place of the catalog's; null takes it away. */
export interface LimitOverrides {
  /** By field of the catalog: `post`, `title`, `photo.description`, `alt`… */
  text?: Readonly<Record<string, number | null>>
  hashtags?: number | null
  mentions?: number | null
  links?: number | null
  items?: number | null
  /** Of a file. */
  bytes?: number | null
  /** Of a video. */
  seconds?: number | null
  /** Mastodon: what the server counts for a link. */
  linkWeight?: number
}

/** A variant as it would go out: what it inherits is filled in. */
export interface VariantInput {
  network: NetworkId
  format: FormatId
  text: string
  /** Fields of the format by their name: `title`, `tags`, `contentWarning`… */
  fields?: Readonly<Record<string, string>>
  firstComment?: string
  /** Goes out beside the text, or behind the picture. */
  link?: string
  media: readonly CheckedMedia[]
  /** Parts of a thread; without them, the text is one part. */
  parts?: readonly string[] | null
  /** Instant for which it is planned, ISO 8601. */
  plannedAt?: string | null
  /** The day it goes out as the clock of its zone has it, `YYYY-MM-DD`. */
  plannedDay?: string | null
  /** Already out or handed over: its time may be past. */
  isOut?: boolean
  /** Parameters that the campaign wants in the link: `utm_source`… */
  utmParameters?: readonly string[]
  limits?: LimitOverrides
  /** Parts of the template that the post was written from. */
  template?: readonly { label: string; text: string; locked: boolean }[]
  /** How the channel signs, variables filled in; empty where it does not. */
  signature?: string
}

export type Severity = 'error' | 'warning' | 'note'

export const findingIds = [
  'alt.missing', 'alt.too-long', 'cashtags.too-many', 'comment.unsupported', 'field.missing', 'format.unsupported', 'hashtags.advised',
  'hashtags.too-many', 'link.invalid', 'link.no-utm', 'link.not-https', 'links.not-clickable', 'links.too-many', 'media.animated',
  'media.app-only', 'media.bytes', 'media.bytes-advised', 'media.dimensions', 'media.format', 'media.gif-alone', 'media.kind',
  'media.missing', 'media.ratio', 'media.ratio-advised', 'media.too-few', 'media.too-many', 'media.too-small', 'mentions.too-many',
  'rights.anyway', 'rights.credit-missing', 'rights.ended', 'rights.ending', 'rights.no-consent',
  'text.blank', 'text.bytes', 'text.forbidden', 'text.locked', 'text.long-with-media', 'text.missing', 'text.no-signature', 'text.over-advised', 'text.phone',
  'text.placeholder', 'text.too-long', 'time.past', 'video.audio-codec', 'video.bit-rate', 'video.codec', 'video.frame-rate', 'video.not-checked',
  'video.too-long', 'video.too-short'
] as const
export type FindingId = (typeof findingIds)[number]

export type Fix =
  /** To `ratio`, width by height; `placementId` is what it is cropped for. */
  | { kind: 'crop'; assetId: string; placementId: string; ratio: number }
  | { kind: 'convert'; assetId: string; placementId: string; formats: readonly string[] }
  | { kind: 'resize'; assetId: string; placementId: string }
  | { kind: 'hashtags-to-first-comment'; keep: number }
  | { kind: 'shorten'; field: string }
  | { kind: 'split-thread' }
  | { kind: 'remove-link' }
  | { kind: 'use-https' }
  | { kind: 'add-utm'; parameters: readonly string[] }
  | { kind: 'add-alt-text'; assetId: string }
  /** Below the text. */
  | { kind: 'add-signature'; signature: string }
  | { kind: 'change-format'; formats: readonly FormatId[] }
  | { kind: 'move-to-field'; field: string }
  | { kind: 'reschedule' }
  /** Puts back the locked parts of the template. */
  | { kind: 'restore-part' }
  /** Puts the line that names who made it below the text. */
  | { kind: 'add-credit'; credit: string }
  /** Leads to where rights are noted. */
  | { kind: 'edit-rights'; assetId: string }
  /** Leads to where the facts of a video are read. */
  | { kind: 'read-video'; assetId: string }

export type FixKind = Fix['kind']

/** Something that a network would refuse or cut, or that a person should look at. */
export interface Finding {
  id: FindingId
  severity: Severity
  /** `text`, `firstComment`, `link`, `media`, `format`, `time`, `part:2`, or a field by its name. */
  field: string
  /** Figures and names for the sentence. */
  data: Readonly<Record<string, string | number>>
  /** The picture or video it is about. */
  assetId?: string
  /** Where the rule is written. Empty for a rule of the app's own. */
  source: string
  sourceDate: string
  confidence: 'high' | 'medium' | 'low'
  /** The limit is one that was set for the client. */
  overridden?: boolean
  fix?: Fix
}

/** Who says it. */
export type Source = Pick<Finding, 'source' | 'sourceDate' | 'confidence'>

/** A rule of the app's own, which no network is the source of. */
export const OWN_RULE: Source = { source: '', sourceDate: '', confidence: 'high' }
