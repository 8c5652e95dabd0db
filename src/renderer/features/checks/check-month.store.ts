import type { AppOutputs } from '@shared/contract'
import type { CheckedVariant, PackChange, PlanFinding } from '@shared/features/checks/dry-run.contract'
import { addMonths, monthOf, todayIn } from '@shared/time'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useApi } from '../../api'
import { useClientShell, useNotices, useRemembered } from '../../app'
import type { MessageKey } from '../../ui'
import { useUndoLine } from '../hand-off'

export type Shown = 'error' | 'warning' | 'note' | 'seen'
/** One line of the list. */
export interface CheckLine {
  variant: CheckedVariant
  finding: PlanFinding
  /** Unique on the screen. */
  id: string
}

interface Totals {
  variants: number
  errors: number
  warnings: number
  notes: number
  seen: number
}

type Channelless = AppOutputs['checks']['dryRun']['withoutChannel'][number]

const lineId = (variantId: string, key: string): string => `${variantId} ${key}`

/** A month of one client as the rules see it, worked through line by line. */
export const useCheckMonth = defineStore('check-month', () => {
  const api = useApi()
  const shell = useClientShell()
  const notices = useNotices()
  const done = useUndoLine()
  const month = ref('')
  const variants = shallowRef<readonly CheckedVariant[]>([])
  const totals = shallowRef<Totals>({ variants: 0, errors: 0, warnings: 0, notes: 0, seen: 0 })
  const withoutChannel = shallowRef<readonly Channelless[]>([])
  const changes = shallowRef<readonly PackChange[]>([])
  const rulesOf = shallowRef({ known: null as string | null, current: '' })
  const failure = shallowRef<unknown>()
  const loaded = ref(false)
  const cursor = ref<string>()
  const shown = useRemembered<Shown[]>('checks.shown', ['error', 'warning'])

  const isShown = ({ severity, seen }: PlanFinding): boolean => (seen ? shown.value.includes('seen') : shown.value.includes(severity))
  const groups = computed(() =>
    variants.value.flatMap((variant) => {
      const lines = variant.findings.filter(isShown).map((finding): CheckLine => ({ variant, finding, id: lineId(variant.variantId, finding.key) }))
      return lines.length > 0 ? [{ variant, lines }] : []
    })
  )
  const lines = computed(() => groups.value.flatMap((group) => group.lines))
  const at = computed(() => lines.value.findIndex(({ id }) => id === cursor.value))
  const current = computed(() => lines.value[at.value])

  let heldFor: string | undefined
  /** Nothing of one client is shown under the name of another while its own is on the way. */
  function emptyFor(clientId: string): void {
    if (heldFor === clientId) return
    heldFor = clientId
    variants.value = []
    withoutChannel.value = []
    totals.value = { variants: 0, errors: 0, warnings: 0, notes: 0, seen: 0 }
    changes.value = []
    rulesOf.value = { known: null, current: '' }
    cursor.value = undefined
    loaded.value = false
  }

  async function load(): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) return
    emptyFor(clientId)
    if (month.value === '') month.value = todayIn(shell.current?.zone ?? 'UTC', new Date().toISOString()).slice(0, 7)
    const asked = month.value
    const { first, last } = monthOf(`${asked}-01`)
    try {
      const answer = await api.checks.dryRun({ clientId, fromDay: first, toDay: last })
      if (asked !== month.value || clientId !== shell.currentId) return
      variants.value = answer.variants
      withoutChannel.value = answer.withoutChannel
      totals.value = answer.totals
      failure.value = undefined
      loaded.value = true
    } catch (error) {
      failure.value = error
    }
  }

  async function loadRules(): Promise<void> {
    const clientId = shell.currentId
    const answer = clientId === undefined ? undefined : await api.checks.packChanges({ clientId }).catch(() => undefined)
    if (!answer || clientId !== shell.currentId) return
    changes.value = answer.changes
    rulesOf.value = { known: answer.known, current: answer.current }
  }

  async function act(work: (clientId: string) => Promise<unknown>, said: MessageKey): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) return
    try {
      await work(clientId)
      done(said)
    } catch (error) {
      notices.fail(error)
    }
  }

  /** The next line takes the place of one that goes, so that the hand stays where it is. */
  function step(by: 1 | -1): void {
    const next = at.value < 0 ? (by > 0 ? 0 : lines.value.length - 1) : Math.min(lines.value.length - 1, Math.max(0, at.value + by))
    cursor.value = lines.value[next]?.id
  }

  function leaveLine(): void {
    const next = lines.value[at.value + 1] ?? lines.value[at.value - 1]
    cursor.value = next?.id
  }

  async function setSeen({ variant: { variantId }, finding: { key, seen } }: CheckLine): Promise<void> {
    if (!shown.value.includes('seen') || seen) leaveLine()
    await act((clientId) => api.checks.setSeen({ clientId, variantId, key, seen: !seen }), seen ? 'checkMonth.did.takenUp' : 'checkMonth.did.letBe')
    await load()
  }

  async function mend({ variant: { variantId }, finding: { key } }: CheckLine): Promise<void> {
    leaveLine()
    await act(async (clientId) => {
      const { patch } = await api.checks.textFix({ clientId, variantId, key })
      if (patch) await api.posts.updateVariant({ clientId, variantId, ...patch })
    }, 'checkMonth.did.fixed')
    await load()
  }

  const acceptRules = async (): Promise<void> => {
    await act((clientId) => api.checks.acceptPack({ clientId }), 'checkMonth.did.accepted')
    await loadRules()
  }

  function show(what: Shown): void {
    shown.value = shown.value.includes(what) ? shown.value.filter((one) => one !== what) : [...shown.value, what]
  }

  async function go(months: number): Promise<void> {
    month.value = addMonths(`${month.value}-01`, months).slice(0, 7)
    cursor.value = undefined
    await load()
  }

  return { month, totals, groups, withoutChannel, lines, changes, rulesOf, failure, loaded, cursor, current, shown, load, loadRules, step, setSeen, mend, acceptRules, show, go }
})
