import type { NetworkId } from '@shared/channels/catalog.schema'
import type { FractionRect } from '@shared/channels/crop'
import type { PostFormat } from '@shared/features/posts/posts.schema'

/** A picture as the export would make it for the placement: `shape` is width over height. */
export interface PreviewPicture {
  assetId: string
  url: string
  placeholder: string
  alt: string
  shape: number
  /** Width over height of the whole picture. */
  whole: number
  crop: FractionRect
  drawn: FractionRect
}

/** Everything a drawing of a post shows. Text only: nothing of it is ever markup. */
export interface PreviewModel {
  network: NetworkId
  format: PostFormat
  /** The account. */
  name: string
  handle: string
  color: string
  logoUrl: string | null
  /** When it goes out, as words. */
  when: string
  text: string
  /** Where the network folds the text, UTF-16 units; null: shown whole. */
  foldAt: number | null
  title: string
  description: string
  link: string
  firstComment: string
  /** A thread's parts; empty when it is none. */
  parts: readonly string[]
  warning: string
  /** The words of its button, where the format has one. */
  cta: string
  pictures: readonly PreviewPicture[]
  language: string
}

export type PreviewView = 'post' | 'grid'
export type PreviewFamily = 'card' | 'photo' | 'micro' | 'full' | 'video' | 'pin' | 'message' | 'article'
