import type { ClientSummary } from '@shared/features/clients/clients.contract'
import { Archive, ArchiveRestore, FolderOpen, Pencil, Pin, PinOff, Trash2 } from '@lucide/vue'
import { shallowRef, type Ref } from 'vue'
import { useClientSwitch, useCommands, useNotices } from '../../app'
import { type MenuEntry, useText } from '../../ui'
import { useClients } from './clients.store'

/** What can be done to a client, in the same words in the menu of its row and its context menu. */
export function useClientActions(): {
  entries: (client: ClientSummary) => MenuEntry[]
  removing: Ref<ClientSummary | undefined>
  failure: Ref<unknown>
  attempt: (work: Promise<unknown>, said?: string) => Promise<void>
} {
  const { t } = useText()
  const store = useClients()
  const notices = useNotices()
  const commands = useCommands()
  const { goToClient } = useClientSwitch()
  const removing = shallowRef<ClientSummary>()
  const failure = shallowRef<unknown>()

  async function attempt(work: Promise<unknown>, said?: string): Promise<void> {
    failure.value = undefined
    try {
      await work
      if (said) notices.show({ text: said, action: { label: t('ui.undo'), shortcut: 'mod+z', run: () => commands.run('app.undo') } })
    } catch (error) {
      failure.value = error
    }
  }

  function entries(client: ClientSummary): MenuEntry[] {
    const { id, name, pinned, archivedAt } = client
    const archived = archivedAt !== null
    return [
      { id: 'open', label: t('clients.open'), icon: FolderOpen, run: () => void goToClient(id) },
      { id: 'edit', label: t('clients.edit'), icon: Pencil, disabled: archived, run: () => (store.form = { clientId: id }) },
      {
        id: 'pin',
        label: t(pinned ? 'clients.unpin' : 'clients.pin'),
        icon: pinned ? PinOff : Pin,
        run: () => void attempt(store.pin(id, !pinned))
      },
      archived
        ? { id: 'restore', label: t('clients.restore'), icon: ArchiveRestore, separator: true, run: () => void attempt(store.restore(id), t('clients.restored.done', { name })) }
        : { id: 'archive', label: t('clients.archive'), icon: Archive, separator: true, run: () => void attempt(store.archive(id), t('clients.archived.done', { name })) },
      { id: 'remove', label: t('clients.remove'), icon: Trash2, tone: 'danger', run: () => (removing.value = client) }
    ]
  }

  return { entries, removing, failure, attempt }
}
