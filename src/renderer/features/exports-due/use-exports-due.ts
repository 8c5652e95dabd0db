import type { AppOutputs } from '@shared/contract'
import type { ExportInterval } from '@shared/features/exports-due/due-rules'
import { findGuide, inLanguage, type ExportGuide } from '@shared/features/exports-due/export-guides'
import type { ExpectedExport } from '@shared/features/exports-due/exports-due.contract'
import { hasMessage } from '@shared/i18n'
import { computed, type ComputedRef, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useApi } from '../../api'
import { useText } from '../../ui'
import { useClientData, useWrites } from '../records'

export type ExportsOverview = AppOutputs['exportsDue']['overview']
type OneExport = Pick<ExpectedExport, 'channelId' | 'guideId'>

/** A guide in the language of the interface. */
export interface GuideWords {
  guide: ExportGuide
  title: string
  tool: string
  steps: string[]
  keeps: string
  notes: string[]
}

export function useGuides(): { wordsOf: (guideId: string) => GuideWords | undefined; networkName: (network: string) => string } {
  const { t } = useText()
  const { locale } = useI18n()
  function wordsOf(guideId: string): GuideWords | undefined {
    const guide = findGuide(guideId)
    if (!guide) return undefined
    const say = <Text>(text: Readonly<Record<string, Text>>): Text => inLanguage(text, locale.value)
    return { guide, title: say(guide.title), tool: say(guide.tool), steps: say(guide.steps), keeps: guide.keeps ? say(guide.keeps.text) : '', notes: guide.notes.map(say) }
  }
  function networkName(network: string): string {
    const key = `ui.network.${network}`
    if (hasMessage(key)) return t(key)
    const other = `exportsDue.network.${network}`
    return hasMessage(other) ? t(other) : network
  }
  return { wordsOf, networkName }
}

/** What the open client's channels need, and what a person says about it. */
export function useExportsDue(): {
  overview: ShallowRef<ExportsOverview | undefined>
  failure: ComputedRef<unknown>
  readOnly: ComputedRef<boolean>
  reload: () => Promise<void>
  setInterval: (interval: ExportInterval) => void
  snooze: (one: OneExport, until: string | null) => void
  expect: (one: OneExport, expected: boolean) => void
} {
  const api = useApi()
  const { t } = useText()
  const { data: overview, failure: unread, reload } = useClientData(['figure_import', 'channel', 'workspace_setting'], (clientId) => api.exportsDue.overview({ clientId }))
  const { failure: unwritten, readOnly, write } = useWrites()
  const one = ({ channelId, guideId }: OneExport): OneExport => ({ channelId, guideId })
  return {
    overview,
    failure: computed(() => unread.value ?? unwritten.value),
    readOnly,
    reload,
    setInterval: (interval) => void write((clientId) => api.exportsDue.setInterval({ clientId, interval })),
    snooze: (given, until) => void write((clientId) => api.exportsDue.snooze({ clientId, ...one(given), until }), t(until === null ? 'exportsDue.said.awake' : 'exportsDue.said.snoozed')),
    expect: (given, expected) => void write((clientId) => api.exportsDue.setExpected({ clientId, ...one(given), expected }), t(expected ? 'exportsDue.said.expected' : 'exportsDue.said.left'))
  }
}
