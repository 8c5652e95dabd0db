import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import { AppError } from '../../../../shared/errors/app-error'
import type { AppInputs } from '../../../../shared/contract'
import { normalizeHandle, profileLink, webAddress } from '../../../../shared/features/channels/handles'
import { zoneNamed } from '../../../../shared/time'
import type { Account } from './accounts.repository'

/** @throws AppError `validation.handle` */
function handleOf(network: NetworkId, text: string): string {
  const handle = normalizeHandle(network, text)
  if (handle === undefined) throw new AppError('validation.handle', { handle: text, network })
  return handle
}

/** @throws AppError `validation.link` */
function linkOf(text: string): string {
  if (text.trim() === '') return ''
  const link = webAddress(text)
  if (!link) throw new AppError('validation.link', { link: text })
  return link
}

/** @throws AppError `validation.zone` */
function zoneOf(zone: string | null): string | null {
  if (zone === null) return null
  const named = zoneNamed(zone)
  if (!named) throw new AppError('validation.zone', { zone })
  return named
}

type Change = Omit<AppInputs['channels']['update'], 'clientId' | 'channelId'>
/** The fields that are named and not undefined. */
const given = (change: Change) => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Account>

/**
 * The account with a change: names and addresses in the form they are kept in. A link that is empty, or that followed
 * from the handle before, follows from the new one.
 * @throws AppError `validation.handle`, `validation.link`, `validation.zone`
 */
export function changedAccount(account: Account, change: Change): Account {
  const { network } = account
  const next: Account = { ...account, ...given(change) }
  if (change.zone !== undefined) next.zone = zoneOf(change.zone)
  if (change.link !== undefined) next.link = linkOf(change.link)
  if (change.defaultHashtags) next.defaultHashtags = [...new Set(change.defaultHashtags.map((tag) => `#${tag.replace(/^#+/, '')}`))]
  if (change.handle === undefined) return next
  next.handle = handleOf(network, change.handle)
  const followed = account.link === '' || account.link === profileLink(network, account.handle)
  if (followed && !change.link) next.link = profileLink(network, next.handle)
  return next
}
