import { AlarmClock, Archive, EyeOff, FileInput, Mail, MailOpen, NotebookText, RotateCcw, Tag, UserRound } from '@lucide/vue'
import { computed, type ComputedRef } from 'vue'
import { useRouter } from 'vue-router'
import { useClientShell, useCommands, useOpenLink, usePreferences } from '../../app'
import type { RowSelection } from '../records'
import { useCareDialogs } from './care-dialogs.store'
import { useInboxList } from './inbox-list.store'
import { viewChoices } from './inbox-views'
import { useCareActions } from './use-care-actions'
import type { useThread } from './use-thread'

interface Place {
  selection: RowSelection
  current: ReturnType<typeof useThread>
  /** Goes to another conversation of the list, counted from the one that is open. */
  step: (by: 1 | -1) => void
  /** Goes on after the open one was put away. */
  advance: () => void
  enter: () => void
}

/** Everything in the inbox by keyboard: on what is chosen, else on the conversation that is open. */
export function useInboxCommands({ selection, current, step, advance, enter }: Place): { subject: ComputedRef<string[]> } {
  const router = useRouter()
  const shell = useClientShell()
  const preferences = usePreferences()
  const list = useInboxList()
  const dialogs = useCareDialogs()
  const actions = useCareActions()
  const links = useOpenLink()
  const subject = computed(() => {
    const one = current.thread.value?.row.id
    return selection.ids.value.length > 0 ? selection.ids.value : one === undefined ? [] : [one]
  })
  const some = (): boolean => subject.value.length > 0 && (shell.current?.archivedAt ?? null) === null
  const isMany = (): boolean => selection.ids.value.length > 0
  const isOpen = (): boolean => isMany() || ['open', 'snoozed'].includes(current.thread.value?.row.state ?? '')
  const then = (): void => (isMany() ? selection.clear() : advance())
  const close = (): unknown => (isOpen() ? actions.close(subject.value, '', then) : actions.reopen(subject.value))
  const openOnNetwork = (): unknown => links.open(current.thread.value?.permalink ?? '')

  /** Enter on a button or a link is theirs. */
  const onControl = (): boolean => document.activeElement?.matches('button, a[href], summary') ?? false

  useCommands().register([
    ...viewChoices.map(({ view, label, key }) => ({ id: `inbox.view.${view}`, titleKey: label, group: 'inbox.commands.views' as const, shortcut: key, run: () => (list.view = view) })),
    { id: 'inbox.next', titleKey: 'inbox.command.next', group: 'inbox.commands', shortcut: 'j', when: () => list.total > 0, run: () => step(1) },
    { id: 'inbox.previous', titleKey: 'inbox.command.previous', group: 'inbox.commands', shortcut: 'k', when: () => list.total > 0, run: () => step(-1) },
    { id: 'inbox.enter', titleKey: 'inbox.command.enter', group: 'inbox.commands', shortcut: 'enter', inPalette: false, when: () => current.thread.value !== undefined && !onControl(), run: enter },
    { id: 'inbox.close', titleKey: 'inbox.command.close', icon: Archive, group: 'inbox.commands', shortcut: 'e', when: some, run: close },
    { id: 'inbox.hide', titleKey: 'inbox.command.hide', icon: EyeOff, group: 'inbox.commands', shortcut: 'shift+e', when: some, run: () => dialogs.ask('hide', subject.value, { then }) },
    { id: 'inbox.reopen', titleKey: 'inbox.thread.reopen', group: 'inbox.commands', when: some, run: () => actions.reopen(subject.value) },
    { id: 'inbox.snooze', titleKey: 'inbox.command.snooze', icon: AlarmClock, group: 'inbox.commands', shortcut: 's', when: some, run: () => dialogs.ask('snooze', subject.value, { then }) },
    { id: 'inbox.assign', titleKey: 'inbox.command.assign', icon: UserRound, group: 'inbox.commands', shortcut: 'a', when: some, run: () => dialogs.ask('assign', subject.value) },
    { id: 'inbox.label', titleKey: 'inbox.command.label', icon: Tag, group: 'inbox.commands', shortcut: 'l', when: some, run: () => dialogs.ask('label', subject.value) },
    { id: 'inbox.post', titleKey: 'inbox.command.post', icon: NotebookText, group: 'inbox.commands', shortcut: 'p', when: () => some() && subject.value.length === 1, run: () => dialogs.ask('post', subject.value) },
    { id: 'inbox.unread', titleKey: 'inbox.command.unread', icon: Mail, group: 'inbox.commands', shortcut: 'u', when: some, run: () => actions.mark(subject.value, false) },
    { id: 'inbox.read', titleKey: 'inbox.command.read', icon: MailOpen, group: 'inbox.commands', shortcut: 'shift+u', when: some, run: () => actions.mark(subject.value, true) },
    { id: 'inbox.openOnNetwork', titleKey: 'inbox.thread.open', group: 'inbox.commands', shortcut: 'o', when: () => links.openable(current.thread.value?.permalink ?? '') !== undefined, run: openOnNetwork },
    { id: 'inbox.selectAll', titleKey: 'inbox.command.selectAll', group: 'inbox.commands', shortcut: 'mod+a', when: () => list.total > 0, run: () => selection.run(0, list.total - 1) },
    { id: 'inbox.resetFilters', titleKey: 'inbox.filter.reset', icon: RotateCcw, group: 'inbox.commands', when: () => list.isNarrowed, run: () => list.clear() },
    { id: 'inbox.side', titleKey: 'inbox.command.side', group: 'inbox.commands', shortcut: 'i', run: () => preferences.set('inbox.side', !preferences.get('inbox.side', true)) },
    { id: 'inbox.import', titleKey: 'inbox.import.command', icon: FileInput, group: 'inbox.commands', run: () => router.push({ name: 'inbox-import', params: { clientId: shell.currentId ?? '' } }) }
  ])
  return { subject }
}
