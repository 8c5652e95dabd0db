import type { FigureReader, FoundFigures, TableHead } from '../figure-reader'
import { readMetaBlocks } from '../formats/meta-daily'
import type { SubjectKind } from '../figure-columns'
import { findCreatorSheet } from './creator-sheets'
import { findGa4Snapshot } from './ga4-snapshot'
import { readMetaAudience } from './meta-audience'
import { readMetaSeries } from './meta-series'
import { WholeTableReader } from './whole-table-reader'

function metaReader(head: TableHead): FigureReader | undefined {
  const found = readMetaBlocks({ name: head.name, shape: head.shape, rows: [...head.rows] })
  if (!found) return undefined
  const daily = found.format === 'meta.daily'
  const subject: SubjectKind = daily ? 'account' : 'audience'
  const { format, score, matched, headerIndex, facts } = found
  const platform = String(facts['platform'])
  const network = ['facebook', 'instagram'].find((name) => name === platform) ?? null
  const recognized: FoundFigures = { format, kind: String(facts['kind']), platform, network, subject, score, matched, headerLine: head.rows[headerIndex]?.line ?? 0, columns: [], unknown: [], mapped: false }
  return new WholeTableReader(recognized, daily ? readMetaSeries : readMetaAudience)
}

/** Readers of tables that are not one header and a row for each thing. */
export function specialReader(head: TableHead): FigureReader | undefined {
  if (head.shape !== 'grid') return undefined
  return metaReader(head) ?? findCreatorSheet(head) ?? findGa4Snapshot(head)
}
