import type { PlanFinding } from '@shared/features/checks/dry-run.contract'
import { onScopeDispose, shallowReactive, watch } from 'vue'
import { useApi } from '../../api'
import type { Composer } from './use-composer'

/** What only the plan and the library can tell, which the page does not have: clashes, pictures in the trash, missing parameters. */
const ofPlan: ReadonlySet<PlanFinding['id']> = new Set(['clash.same-text', 'clash.same-hour', 'clash.same-asset', 'asset.trashed', 'asset.enlarged', 'link.no-utm'])
const PAUSE = 500

/** By variant, as of the last stored state of the post. What cannot be asked is left as it was. */
export function usePlanFindings(composer: Composer): ReadonlyMap<string, readonly PlanFinding[]> {
  const api = useApi()
  const { clientId } = composer
  const found = shallowReactive(new Map<string, readonly PlanFinding[]>())
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(variantId: string): Promise<void> {
    const answer = await api.checks.variant({ clientId, variantId }).catch(() => undefined)
    if (answer) found.set(variantId, answer.findings.filter(({ id }) => ofPlan.has(id)))
  }

  watch(composer.stored, (post) => {
    clearTimeout(timer)
    timer = setTimeout(() => void Promise.all(post?.variants.map(({ id }) => ask(id)) ?? []), PAUSE)
  })
  onScopeDispose(() => clearTimeout(timer))
  return found
}
