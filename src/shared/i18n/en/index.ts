import { appEn } from './app'
import { hostEn } from './host'
import { menuEn } from './menu'
import { sessionEn } from './session'
import { uiEn } from './ui'

/**
 * The English catalogue: flat, one file per feature, keys with the feature in front (`clients.create.title`).
 * Values: `{name}` is filled in, `one | many` is chosen by `{n}`.
 */
export const en = {
  ...appEn,
  ...hostEn,
  ...menuEn,
  ...sessionEn,
  ...uiEn
} as const
