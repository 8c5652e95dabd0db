import { appEn } from './app'
import { cliEn } from './cli'
import { errorsEn } from './errors'
import { historyEn } from './history'
import { hostEn } from './host'
import { mediaErrorsEn } from './media-errors'
import { menuEn } from './menu'
import { renditionsEn } from './renditions'
import { sessionEn } from './session'
import { uiEn } from './ui'

/**
 * The English catalog: flat, one file per feature, keys with the feature in front (`clients.create.title`).
 * Values: `{name}` is filled in, `one | many` is chosen by `{n}`.
 */
export const en = {
  ...appEn,
  ...cliEn,
  ...errorsEn,
  ...historyEn,
  ...hostEn,
  ...mediaErrorsEn,
  ...menuEn,
  ...renditionsEn,
  ...sessionEn,
  ...uiEn
} as const
