import { channelCatalog } from '../../../../shared/channels/catalog'
import type { PackChange } from '../../../../shared/features/checks/dry-run.contract'
import { compareFacts, ruleFacts, subjectOf, type FactChange } from '../../../../shared/features/checks/rule-pack'
import { isSettled } from '../../../../shared/features/posts/post-states'
import { addDays, todayIn } from '../../../../shared/time'
import type { Reader } from '../../context'
import { listOutgoingOfDays, planPictures, type Outgoing } from '../hand-off'
import { getWorkspaceSetting } from '../workspace-settings'

export interface RulePack {
  date: string
  facts: Record<string, string>
}

/** How far ahead posts are looked at: nobody plans by these rules in ten years. */
const DAYS_AHEAD = 730

export const currentPack = (): RulePack => ({ date: channelCatalog.generatedOn, facts: { ...ruleFacts(channelCatalog) } })

async function affectedBy(reader: Reader, changes: readonly FactChange[], today: string): Promise<PackChange[]> {
  if (changes.length === 0) return []
  const ahead = (await listOutgoingOfDays(reader, today, addDays(today, DAYS_AHEAD))).filter(({ state }) => !isSettled(state))
  const pictures = await planPictures(reader, ahead)
  const goesBy = ({ fact, network }: FactChange) => (variant: Outgoing): boolean => {
    if (variant.network !== network) return false
    const subject = subjectOf(fact)
    if (subject.kind === 'text') return true
    return pictures.get(variant.id)?.pictures.some(({ member }) => member.placement.id === subject.placementId) ?? false
  }
  return changes.map((change) => {
    const postIds = [...new Set(ahead.filter(goesBy(change)).map(({ postId }) => postId))]
    return { ...change, affected: postIds.length, postIds: postIds.slice(0, 500) }
  })
}

/** What changed since the client's posts were last looked at, and how many planned posts each change meets. */
export async function listPackChanges(reader: Reader, now: string, zone: string) {
  const known = await getWorkspaceSetting(reader, 'checks.rulePack')
  const current = currentPack()
  const changes = known ? compareFacts(known.facts, current.facts) : []
  return { known: known?.date ?? null, current: current.date, changes: await affectedBy(reader, changes, todayIn(zone, now)) }
}
