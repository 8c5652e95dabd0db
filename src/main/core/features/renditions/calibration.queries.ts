import type { EstimateCalibration } from '../../../../shared/features/renditions/rendition-estimate'
import type { OutputFormat } from '../../../../shared/media/formats'
import type { Reader } from '../../context'

/** Files and jobs looked back at; older ones say little about today's pictures. */
const FILES = 400
const JOBS = 5
/** With fewer files of a format, the estimate stands as it is. */
const ENOUGH = 8

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

async function byteFactors(db: Reader): Promise<EstimateCalibration['bytes']> {
  const jobs = (await db('job').where({ kind: 'renditions.export', state: 'done' }).orderBy('created_at', 'desc').limit(JOBS).select('id')) as { id: string }[]
  const latest = db('job_item')
    .whereIn('job_id', jobs.map((job) => job.id))
    .where({ state: 'done' })
    .limit(FILES)
    .select(
      db.raw(`result_json ->> '$.format' AS format`),
      db.raw(`result_json ->> '$.bytes' AS bytes`),
      db.raw(`payload_json ->> '$.modelBytes' AS estimated`)
    )
  const rows = (await latest) as { format: OutputFormat; bytes: number; estimated: number | null }[]
  const factors: EstimateCalibration['bytes'] = {}
  for (const format of new Set(rows.map((row) => row.format))) {
    const same = rows.filter((row) => row.format === format && row.estimated)
    const sum = (of: (row: (typeof rows)[number]) => number) => same.reduce((total, row) => total + of(row), 0)
    if (same.length < ENOUGH) continue
    factors[format] = within(sum((row) => row.bytes) / sum((row) => row.estimated ?? 0), 0.2, 5)
  }
  return factors
}

async function secondsFactor(db: Reader): Promise<number> {
  const rows = (await db('job')
    .where({ kind: 'renditions.export', state: 'done' })
    .where('total', '>=', ENOUGH)
    .orderBy('created_at', 'desc')
    .limit(JOBS)
    .select(
      db.raw('(julianday(finished_at) - julianday(started_at)) * 86400 AS seconds'),
      db.raw(`input_json ->> '$.modelSeconds' AS estimated`)
    )) as { seconds: number; estimated: number | null }[]
  const factors = rows.flatMap(({ seconds, estimated }) => (estimated && seconds > 0 ? [seconds / estimated] : [])).sort((a, b) => a - b)
  return within(factors[Math.floor(factors.length / 2)] ?? 1, 0.1, 10)
}

/** How earlier exports of this client compare with what was estimated for them. */
export async function readCalibration(db: Reader): Promise<EstimateCalibration> {
  return { bytes: await byteFactors(db), seconds: await secondsFactor(db) }
}
