import type { CareRule, RuleScope, RuleTrial } from '@shared/features/care-rules/care-rules.schema'
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell, useCommands, useNotices, useSaveState } from '../../app'
import { useText } from '../../ui'

export interface RuleTrialState {
  open: Ref<boolean>
  result: ShallowRef<RuleTrial | undefined>
  scope: Ref<RuleScope>
  withOff: Ref<boolean>
  busy: Ref<boolean>
  applying: Ref<boolean>
  failure: ShallowRef<unknown>
  apply: () => Promise<void>
}

/** Tables on which what rules would do depends. */
const TABLES: ReadonlySet<string> = new Set(['care_rule', 'conversation_care', 'conversation_label', 'message_import', 'reply', 'person_label', 'person_handle', 'workspace_setting'])

/** Trying the rules: what they would do, kept true while it is shown, and doing exactly that. */
export function useRuleTrial(rules: () => readonly CareRule[]): RuleTrialState {
  const { t } = useText()
  const api = useApi()
  const shell = useClientShell()
  const notices = useNotices()
  const commands = useCommands()
  const { track } = useSaveState()
  const [open, withOff, busy, applying, scope] = [ref(false), ref(true), ref(false), ref(false), ref<RuleScope>('unanswered')]
  const result = shallowRef<RuleTrial>()
  const failure = shallowRef<unknown>()
  let newest = 0

  const asked = () => ({ clientId: shell.currentId ?? '', scope: scope.value, with: withOff.value ? rules().filter(({ enabled }) => !enabled).map(({ id }) => id) : [] })
  async function look(): Promise<void> {
    if (!open.value || shell.currentId === undefined) return
    newest += 1
    const turn = newest
    busy.value = true
    try {
      const answer = await api.careRules.dryRun(asked())
      if (turn === newest) [result.value, failure.value] = [answer, undefined]
    } catch (error) {
      if (turn === newest) failure.value = error
    } finally {
      if (turn === newest) busy.value = false
    }
  }
  async function apply(): Promise<void> {
    if (!result.value || applying.value) return
    applying.value = true
    try {
      const { changed } = await track(api.careRules.apply({ ...asked(), expect: result.value.fingerprint }))
      notices.show({ text: t('careRules.applied', { n: changed }), action: { label: t('ui.undo'), shortcut: 'mod+z', run: () => commands.run('app.undo') } })
    } catch (error) {
      failure.value = error
      void look()
    } finally {
      applying.value = false
    }
  }

  watch([open, scope, withOff], () => void look())
  watch(() => shell.currentId, () => {
    open.value = false
    result.value = undefined
  })
  onScopeDispose(subscribeEvents((event) => {
    if (event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.some((table) => TABLES.has(table))) void look()
  }))
  return { open, result, scope, withOff, busy, applying, failure, apply }
}
