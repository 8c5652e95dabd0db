import { Archive, ArchiveRestore, ChartLine, FolderOpen, Trash2 } from '@lucide/vue'
import type { CampaignSummary } from '@shared/features/campaigns/campaigns.contract'
import { todayIn } from '@shared/time'
import type { ShallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { useApi } from '../../api'
import { useClientShell } from '../../app'
import { type MenuEntry, useText } from '../../ui'
import { openScope, toQuery } from '../analytics'
import { useWrites } from '../records'

/** What can be done to a campaign, in the same words in menus everywhere. */
export function useCampaignActions(): {
  failure: ShallowRef<unknown>
  open: (campaignId: string) => void
  showFigures: (campaign: Pick<CampaignSummary, 'id' | 'startsOn' | 'endsOn'>) => void
  entries: (campaign: Pick<CampaignSummary, 'id' | 'name' | 'startsOn' | 'endsOn' | 'archivedAt'>, onPage?: boolean) => MenuEntry[]
} {
  const { t } = useText()
  const api = useApi()
  const router = useRouter()
  const shell = useClientShell()
  const { failure, readOnly, write } = useWrites()

  function open(campaignId: string): void {
    void router.push({ name: 'campaign', params: { clientId: shell.currentId ?? '', campaignId } })
  }

  /** What its posts and ads came to on its days so far, or on those to come while it has not begun. */
  function showFigures({ id, startsOn, endsOn }: Pick<CampaignSummary, 'id' | 'startsOn' | 'endsOn'>): void {
    const today = todayIn(shell.current?.zone ?? 'UTC', new Date().toISOString())
    const isOver = endsOn !== null && endsOn < today
    const days = startsOn !== null && { preset: null, from: startsOn, to: isOver || startsOn > today ? (endsOn ?? startsOn) : today }
    const query = toQuery({ ...openScope, ...days, filters: { ...openScope.filters, campaignIds: [id] } })
    void router.push({ name: 'analytics', params: { clientId: shell.currentId ?? '', tab: 'campaigns' }, query })
  }

  function entries(campaign: Pick<CampaignSummary, 'id' | 'name' | 'startsOn' | 'endsOn' | 'archivedAt'>, onPage = false): MenuEntry[] {
    const { id: campaignId, name, archivedAt } = campaign
    const disabled = readOnly.value
    const remove = async (): Promise<void> => {
      const done = await write((clientId) => api.campaigns.remove({ clientId, campaignId }), t('campaigns.remove.done', { name }))
      if (done && onPage) void router.push({ name: 'campaigns', params: { clientId: shell.currentId ?? '' } })
    }
    return [
      ...(onPage ? [] : [
        { id: 'open', label: t('campaigns.open'), icon: FolderOpen, shortcut: 'enter', run: () => open(campaignId) },
        { id: 'figures', label: t('campaigns.figures'), icon: ChartLine, run: () => showFigures(campaign) }
      ]),
      archivedAt
        ? { id: 'restore', label: t('campaigns.restore'), icon: ArchiveRestore, disabled, run: () => void write((clientId) => api.campaigns.restore({ clientId, campaignId }), t('campaigns.restore.done', { name })) }
        : { id: 'archive', label: t('campaigns.archive'), icon: Archive, disabled, run: () => void write((clientId) => api.campaigns.archive({ clientId, campaignId }), t('campaigns.archive.done', { name })) },
      { id: 'remove', label: t('campaigns.remove'), icon: Trash2, tone: 'danger', separator: true, disabled, run: () => void remove() }
    ]
  }

  return { failure, open, showFigures, entries }
}
