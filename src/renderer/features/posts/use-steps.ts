import { needsNote, needsTime } from '@shared/features/posts/post-states'
import type { Variant, VariantState } from '@shared/features/posts/posts.schema'
import { computed, ref, shallowRef } from 'vue'
import { appErrorOf, useApi } from '../../api'
import { useCommands, useNotices } from '../../app'
import { useText } from '../../ui'
import { nextStep, openSteps, stepKey, type NextStep } from './state-words.rules'
import type { Composer } from './use-composer'

/** The steps that the open tab's variants can take along their states, and what a step still asks for. */
export function useSteps(composer: Composer) {
  const api = useApi()
  const { t } = useText()
  const notices = useNotices()
  const commands = useCommands()
  const asking = shallowRef<NextStep>()
  const note = ref('')
  const failure = shallowRef<unknown>()
  /** A step that needs a time first. */
  const wantsTime = ref(false)

  const variants = computed<Variant[]>(() => (composer.variant.value ? [composer.variant.value] : (composer.post.value?.variants ?? [])))
  const next = computed(() => (composer.readOnly.value ? undefined : nextStep(variants.value)))
  const steps = computed(() => (composer.readOnly.value ? [] : openSteps(variants.value)))

  async function send(step: NextStep, words = ''): Promise<void> {
    failure.value = undefined
    try {
      await composer.attempt(() => api.posts.setState({ clientId: composer.clientId, variantIds: step.ids, state: step.state, note: words }))
      await composer.reload()
      asking.value = undefined
      note.value = ''
      notices.show({ text: t('composer.step.done', { step: t(stepKey(step.state)) }), action: { label: t('ui.undo'), shortcut: 'mod+z', run: () => commands.run('app.undo') } })
    } catch (error) {
      if (appErrorOf(error).code === 'validation.not-planned') wantsTime.value = true
      else failure.value = error
    }
  }

  async function take(step: NextStep): Promise<void> {
    wantsTime.value = needsTime(step.state) && variants.value.some(({ id, planned }) => step.ids.includes(id) && planned === null)
    if (wantsTime.value) return
    if (needsNote(step.state)) asking.value = step
    else await send(step)
  }

  return {
    variants, next, steps, asking, note, failure, wantsTime, take,
    takeState: (state: VariantState) => {
      const step = steps.value.find((one) => one.state === state)
      return step ? take(step) : Promise.resolve()
    },
    answer: () => asking.value && note.value.trim() !== '' && send(asking.value, note.value.trim()),
    dismiss: () => {
      asking.value = undefined
    }
  }
}
export type Steps = ReturnType<typeof useSteps>
