import { AppError } from '../../../shared/errors/app-error'
import type { Asset } from '../../../shared/features/assets/assets.contract'
import type { Session } from './session'
import { suggest } from './suggest'

const PAGE = 1000
const SHA_PREFIX = /^[0-9a-f]{4,64}$/i

/** Characters of the SHA-256 that tables show and commands take. */
export const SHORT_SHA = 10

export type AssetFilter = Partial<Record<'search' | 'tag', string>> &
  Partial<Record<'starred' | 'missingAltText' | 'trashed', boolean>>

/** Every asset that a filter shows, page by page. */
export async function allAssets(session: Session, clientId: string, filter: AssetFilter = {}): Promise<Asset[]> {
  const client = await session.client()
  const found: Asset[] = []
  for (;;) {
    const page = await client.assets.list({ clientId, ...filter, offset: found.length, limit: PAGE })
    found.push(...page.assets)
    if (page.assets.length === 0 || found.length >= page.total) return found
  }
}

function matches(given: string, assets: readonly Asset[]): Asset[] {
  const byId = assets.filter((asset) => asset.id === given)
  if (byId.length > 0) return byId
  const name = given.toLocaleLowerCase()
  const byName = assets.filter((asset) => asset.fileName.toLocaleLowerCase() === name)
  if (byName.length > 0) return byName
  return SHA_PREFIX.test(given) ? assets.filter((asset) => asset.sha256.startsWith(given.toLowerCase())) : []
}

function pickAsset(session: Session, given: string, assets: readonly Asset[]): Asset {
  const [found, ...others] = matches(given, assets)
  if (!found) throw new AppError('not-found.asset', { asset: given, suggestions: suggest(given, assets.map((asset) => asset.fileName)) })
  if (others.length === 0) return found
  const fits = [found, ...others]
  const ids = fits.map((asset) => asset.sha256.slice(0, SHORT_SHA)).join(', ')
  const message = session.t('cli.asset.ambiguous', { asset: given, n: fits.length, ids })
  throw new AppError('validation.input', { issues: [{ path: 'asset', message }] })
}

/**
 * The assets that ids, beginnings of a SHA-256 or file names mean, each once.
 *
 * @throws AppError `not-found.asset`; `validation.input` where a name fits more than one
 */
export async function findAssets(session: Session, clientId: string, given: readonly string[]): Promise<Asset[]> {
  const assets = await allAssets(session, clientId)
  const found = given.map((one) => pickAsset(session, one, assets))
  return [...new Map(found.map((asset) => [asset.id, asset])).values()]
}
