import type { Asset } from '@shared/features/assets/assets.contract'
import { NO_RIGHTS, rightsProblem, rightsState, type AssetRights, type RightsState } from '@shared/features/assets/rights'
import type { Formats, Translator } from '@shared/i18n'
import { todayIn } from '@shared/time'
import type { Tone } from '../../ui'

export const rightsOf = (asset: Pick<Asset, 'rights'>): AssetRights => asset.rights ?? NO_RIGHTS

/** The day it is for a client, which rights end by. */
export const dayFor = (zone: string | undefined): string => todayIn(zone ?? 'UTC', new Date().toISOString())

/** What several assets share of one field; undefined where they differ. */
export function shared<Key extends keyof AssetRights>(assets: readonly Pick<Asset, 'rights'>[], key: Key): AssetRights[Key] | undefined {
  const [first, ...rest] = assets.map((asset) => rightsOf(asset)[key])
  return first !== undefined && rest.every((value) => value === first) ? first : undefined
}

/** True where one of them may not go out by what is noted, whether or not a reason was given. */
export const wantsReason = (assets: readonly Pick<Asset, 'rights'>[], today: string): boolean => assets.some((asset) => rightsProblem(rightsOf(asset), today) !== undefined)

export const rightsTone: Readonly<Record<RightsState, Tone>> = { ended: 'danger', 'no-consent': 'danger', ending: 'warn', fine: 'ok' }

/** The state of an asset's rights in a few words; empty where there is nothing to say. */
export function rightsWords(asset: Pick<Asset, 'rights'>, today: string, t: Translator, formats: Formats): string {
  const state = rightsState(asset.rights, today)
  if (state === 'fine') return ''
  const { endsOn, people } = rightsOf(asset)
  return t(`assets.rights.state.${state}`, { date: endsOn === null ? '' : formats.date(endsOn), people })
}
