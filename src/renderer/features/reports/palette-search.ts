import { FileChartColumn } from '@lucide/vue'
import type { Router } from 'vue-router'
import { useApi } from '../../api'
import type { PaletteSearch } from '../../app'
import { useText } from '../../ui'

const SHOWN = 6

/** Finds reports of the open client by their title or their days; one that is chosen is opened. */
export function createReportSearch(router: Router, openClient: () => string | undefined): PaletteSearch {
  const api = useApi()
  const { t } = useText()
  return {
    id: 'reports',
    group: 'app.nav.reports',
    async find(search, signal) {
      const clientId = openClient()
      if (clientId === undefined) return []
      const wanted = search.toLowerCase()
      const { reports } = await api.reports.list({ clientId }, { signal })
      const named = reports.map((report) => ({ ...report, name: report.title || t('reports.of', { from: report.from, to: report.to }) }))
      return named.filter(({ name, from }) => `${name} ${from}`.toLowerCase().includes(wanted)).slice(0, SHOWN).map(({ id, name, title, from, to }) => ({
        id: `report.${id}`,
        title: name,
        ...(title !== '' && { detail: t('reports.of', { from, to }) }),
        icon: FileChartColumn,
        group: 'app.nav.reports' as const,
        run: () => router.push({ name: 'report', params: { clientId, reportId: id } })
      }))
    }
  }
}
