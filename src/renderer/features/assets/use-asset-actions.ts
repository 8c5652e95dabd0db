import type { Asset } from '@shared/features/assets/assets.contract'
import { useApi } from '../../api'
import { useClientShell, useNotices, useSaveState } from '../../app'
import { useText } from '../../ui'
import { useAssetList } from './asset-list.store'
import { useAssetSelection } from './asset-selection.store'
import { useAttempt } from './use-attempt'

/** What can be done to assets. Each is one command, said in the line at the bottom with the way back. */
export function useAssetActions() {
  const client = useApi()
  const { t } = useText()
  const shell = useClientShell()
  const notices = useNotices()
  const save = useSaveState()
  const list = useAssetList()
  const selection = useAssetSelection()
  const { say, attempt } = useAttempt()

  const clientId = (): string => shell.currentId ?? ''

  async function star(ids: string[], starred: boolean): Promise<void> {
    const answer = await attempt(client.assets.updateMany({ clientId: clientId(), ids, starred }))
    if (answer) say(t(starred ? 'assets.done.starred' : 'assets.done.unstarred', { n: answer.changed }))
    await list.refresh()
  }

  async function tag(ids: string[], change: { add?: string[]; remove?: string[] }): Promise<void> {
    const [addTags, removeTags] = [change.add ?? [], change.remove ?? []]
    if (addTags.length + removeTags.length === 0) return
    const answer = await attempt(client.assets.updateMany({ clientId: clientId(), ids, addTags, removeTags }))
    if (answer) say(t('assets.done.tagged', { n: answer.changed }))
    await list.refresh()
  }

  async function trash(ids: string[]): Promise<void> {
    const answer = await attempt(client.assets.trash({ clientId: clientId(), ids }))
    if (answer) say(t('assets.done.trashed', { n: answer.changed }))
    await list.refresh()
    await selection.prune()
  }

  async function restore(ids: string[]): Promise<void> {
    const answer = await attempt(client.assets.untrash({ clientId: clientId(), ids }))
    if (answer) say(t('assets.done.restored', { n: answer.changed }))
    await list.refresh()
    await selection.prune()
  }

  /** Throws what the core answers, so that the dialog can show it. */
  async function emptyTrash(count: number): Promise<void> {
    const answer = await save.track(client.assets.emptyTrash({ clientId: clientId(), confirm: count }))
    notices.show({ text: t('assets.done.emptied', { n: answer.removed }) })
    await list.refresh()
    await selection.prune()
  }

  async function describe(assetId: string, change: { title?: string; altText?: string }): Promise<Asset | undefined> {
    const asset = await attempt(client.assets.update({ clientId: clientId(), assetId, ...change }))
    if (asset) list.patch(asset)
    return asset
  }

  return { star, tag, trash, restore, emptyTrash, describe }
}

export type AssetActions = ReturnType<typeof useAssetActions>
