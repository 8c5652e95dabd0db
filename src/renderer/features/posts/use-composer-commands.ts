import { Copy, FilePlus2, PackageOpen, Send, Trash2 } from '@lucide/vue'
import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { useApi } from '../../api'
import { useCommands, useEscape, useNotices, type Command } from '../../app'
import { useText, type MenuEntry } from '../../ui'
import { formatsOf } from './channel-formats.rules'
import { useComposerLists } from './composer-lists.store'
import type { Composer } from './use-composer'
import type { Steps } from './use-steps'

const group = 'composer.commands.group'

/** What is done with the whole post. */
function useWholePost(composer: Composer) {
  const { t } = useText()
  const api = useApi()
  const router = useRouter()
  const notices = useNotices()
  const commands = useCommands()
  const lists = useComposerLists()
  const { clientId, postId } = composer
  const undo = { label: t('ui.undo'), shortcut: 'mod+z', run: () => commands.run('app.undo') }

  /** Back to where the person came from; a page opened by its address goes up. */
  async function leave(): Promise<void> {
    await composer.saves.flush()
    if (window.history.state?.back) router.back()
    else await router.push(router.hasRoute('calendar') ? { name: 'calendar', params: { clientId } } : { name: 'assets', params: { clientId } })
  }

  async function addChannel(channelId: string): Promise<void> {
    const existing = composer.post.value?.variants.find((variant) => variant.channelId === channelId)
    const channel = lists.channelOf(channelId)
    if (!channel || existing) {
      if (existing) composer.tab.value = existing.id
      return
    }
    const format = channel.playbook.formats.find((one) => formatsOf(channel.network).includes(one)) ?? formatsOf(channel.network)[0]
    const post = await composer.run(() => api.posts.addVariants({ clientId, postId, variants: [{ channelId, ...(format && { format }) }] }))
    const added = post?.variants.find((variant) => variant.channelId === channelId)
    if (added) composer.tab.value = added.id
  }

  async function duplicate(): Promise<void> {
    const answer = await composer.run(() => api.posts.duplicate({ clientId, ids: [postId] }))
    const copy = answer?.posts[0]
    if (!copy) return
    notices.show({ text: t('composer.duplicated'), action: undo })
    await router.push({ name: 'post', params: { clientId, postId: copy.id } })
  }

  async function trash(): Promise<void> {
    const answer = await composer.run(() => api.posts.trash({ clientId, ids: [postId] }))
    if (!answer) return
    notices.show({ text: t('composer.trashed'), action: undo })
    await leave()
  }

  async function untrash(): Promise<void> {
    await composer.run(() => api.posts.untrash({ clientId, ids: [postId] }))
    await composer.reload()
  }

  /** The page on which the open channel's texts are copied one after another. */
  const canHandOff = (): boolean => composer.variant.value !== undefined && router.hasRoute('hand-off')
  async function handOff(): Promise<void> {
    const variantId = composer.variant.value?.id
    if (variantId === undefined) return
    await composer.saves.flush()
    await router.push({ name: 'hand-off', params: { clientId, variantId } })
  }

  /** A folder with everything of the post, on all its channels. */
  const canPack = (): boolean => (composer.post.value?.variants.length ?? 0) > 0 && !composer.readOnly.value && router.hasRoute('pack')
  async function pack(): Promise<void> {
    const started = await composer.run(() => api.handOff.pack({ clientId, scope: { kind: 'post', postId } }))
    if (started) await router.push({ name: 'pack', params: { clientId, jobId: started.jobId } })
  }

  return { leave, addChannel, duplicate, trash, untrash, canHandOff, handOff, canPack, pack }
}

/** The first Esc leaves the field that is written in; the next one the page. */
function leaveField(): boolean {
  const field = document.activeElement
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return false
  field.blur()
  return true
}

/** A key for each of the first tabs. */
function tabCommands(composer: Composer): Command[] {
  const ids = (): string[] => ['post', ...(composer.post.value?.variants.map(({ id }) => id) ?? [])]
  return Array.from({ length: 9 }, (_, index): Command => ({
    id: `composer.tab.${index + 1}`,
    titleKey: index === 0 ? 'composer.command.tabPost' : 'composer.command.tab',
    titleValues: { n: index },
    group,
    shortcut: `alt+${index + 1}`,
    inPalette: false,
    when: () => index < ids().length,
    run: () => (composer.tab.value = ids()[index] ?? composer.tab.value)
  }))
}

/** What can be done with the post by keys, palette and menu alike. */
export function useComposerCommands(composer: Composer, steps: Steps) {
  const { t } = useText()
  const api = useApi()
  const router = useRouter()
  const notices = useNotices()
  const commands = useCommands()
  const { clientId, postId } = composer
  const { leave, addChannel, duplicate, trash, untrash, canHandOff, handOff, canPack, pack } = useWholePost(composer)
  /** What is scheduled is handed over on a page of its own. */
  const scheduled = computed(() => (composer.readOnly.value ? undefined : steps.variants.value.find(({ state }) => state === 'scheduled')))
  const handOver = (): unknown => scheduled.value && router.push({ name: 'hand-off', params: { clientId, variantId: scheduled.value.id } })
  const takeNext = (): unknown => (steps.next.value ? steps.take(steps.next.value) : handOver())
  const canWrite = (): boolean => !composer.readOnly.value

  useEscape(() => {
    if (steps.asking.value) steps.dismiss()
    else if (!leaveField()) void leave()
    return true
  })
  commands.register([
    { id: 'composer.next', titleKey: 'composer.command.next', group, shortcut: 'mod+enter', when: () => steps.next.value !== undefined || scheduled.value !== undefined, run: takeNext },
    { id: 'composer.save', titleKey: 'composer.command.save', group, shortcut: 'mod+s', inPalette: false, run: async () => {
      await composer.saves.flush()
      if (!composer.saves.dirty.value) notices.show({ text: t('composer.savedAnyway') })
    } },
    { id: 'composer.duplicate', titleKey: 'composer.command.duplicate', icon: Copy, group, shortcut: 'mod+d', when: canWrite, run: duplicate },
    { id: 'composer.handOff', titleKey: 'composer.command.handOff', icon: Send, group, shortcut: 'mod+shift+h', when: canHandOff, run: handOff },
    { id: 'composer.pack', titleKey: 'handOff.pack.make', icon: PackageOpen, group, when: canPack, run: pack },
    { id: 'composer.trash', titleKey: 'composer.command.trash', icon: Trash2, group, when: canWrite, run: trash },
    ...tabCommands(composer)
  ])

  const menu = computed<MenuEntry[]>(() => [
    ...(canHandOff() ? [{ id: 'handOff', label: t('composer.command.handOff'), icon: Send, shortcut: 'mod+shift+h', run: () => void handOff() }] : []),
    { id: 'pack', label: t('handOff.pack.make'), icon: PackageOpen, disabled: !canPack(), run: () => void pack() },
    { id: 'duplicate', label: t('composer.command.duplicate'), icon: Copy, shortcut: 'mod+d', disabled: !canWrite(), run: () => void duplicate() },
    ...(composer.stored.value?.stage === 'idea' ? [{ id: 'post', label: t('composer.command.makePost'), icon: FilePlus2, run: () => void composer.run(() => api.posts.updateMany({ clientId, ids: [postId], stage: 'post' })).then(composer.reload) }] : []),
    { id: 'trash', label: t('composer.command.trash'), icon: Trash2, tone: 'danger', separator: true, disabled: !canWrite(), run: () => void trash() }
  ])

  return { leave, addChannel, untrash, takeNext, scheduled, handOver, menu }
}
