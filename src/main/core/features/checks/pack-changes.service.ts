import { channelCatalog } from '../../../../shared/channels/catalog'
import { comparePacks, textLimitSnapshot, type LimitChange, type LimitSnapshot } from '../../../../shared/checks'
import type { PackChange } from '../../../../shared/features/checks/dry-run.contract'
import { isSettled } from '../../../../shared/features/posts/post-states'
import type { PlannedTime } from '../../../../shared/features/posts/posts.schema'
import { addDays, todayIn } from '../../../../shared/time'
import { findFormat } from '../../../../shared/channels/formats'
import type { Reader } from '../../context'
import { listOutgoingOfDays, planPictures, type Outgoing } from '../hand-off'
import { getWorkspaceSetting } from '../workspace-settings'

/** How far ahead posts are looked at: nobody plans by these rules in ten years. */
const DAYS_AHEAD = 730
const MOST_LISTED = 500

export const currentPack = (): LimitSnapshot => textLimitSnapshot(channelCatalog)

/** The placement that a limit is of; undefined for one of the network's texts. */
const placementOf = (limit: string): string | undefined => /^placement\.([^.]+)\./.exec(limit)?.[1]

const affectedPost = ({ postId, title, text }: Outgoing, planned: PlannedTime): PackChange['posts'][number] => ({ postId, title: title.trim() || text.replaceAll(/\s+/g, ' ').trim().slice(0, 80), planned })

async function affectedBy(reader: Reader, changes: readonly LimitChange[], today: string): Promise<PackChange[]> {
  if (changes.length === 0) return []
  const ahead = (await listOutgoingOfDays(reader, today, addDays(today, DAYS_AHEAD))).filter(({ state }) => !isSettled(state))
  const pictures = await planPictures(reader, ahead, today)
  const goesBy = ({ limit, network }: LimitChange) => (variant: Outgoing): boolean => {
    if (variant.network !== network) return false
    const placementId = placementOf(limit)
    if (placementId === undefined) return true
    const going = pictures.get(variant.id)
    const asVideo = going !== undefined && going.videos.length > 0 && findFormat(network, variant.format)?.videos.includes(placementId)
    return asVideo || (going?.pictures.some(({ member }) => member.placement.id === placementId) ?? false)
  }
  return changes.map((change) => {
    const posts = new Map(ahead.filter(goesBy(change)).flatMap((variant) => (variant.planned ? [[variant.postId, affectedPost(variant, variant.planned)] as const] : [])))
    const { limit, network, before, after, isStricter } = change
    return { limit, network, before: before ?? null, after: after ?? null, stricter: isStricter, affected: posts.size, posts: [...posts.values()].slice(0, MOST_LISTED) }
  })
}

/** What changed since the client's posts were last looked at, and how many planned posts each change meets. */
export async function listPackChanges(reader: Reader, now: string, zone: string) {
  const known = await getWorkspaceSetting(reader, 'checks.rulePack')
  const current = currentPack()
  const changes = known ? comparePacks(known, current) : []
  return { known: known?.version ?? null, current: current.version, changes: await affectedBy(reader, changes, todayIn(zone, now)) }
}
