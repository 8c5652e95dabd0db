import { createHash } from 'node:crypto'
import { AppError } from '../../../../shared/errors/app-error'
import { inParts, HOOTSUITE_ROWS } from '../../../../shared/features/plan-export/bulk-forms'
import type { PlanFormat } from '../../../../shared/features/plan-export/plan-export.contract'
import { legalName } from '../../../../shared/naming'
import { daysBetween } from '../../../../shared/time'
import type { CoreServices, Reader } from '../../context'
import type { JobPlan, PlannedItem } from '../../jobs/jobs.types'
import type { Workspace } from '../../workspaces/workspaces.types'
import { refuseFrozen } from '../freezes'
import { checkDestination, defaultFolder } from '../renditions'
import { planJson, type PlanInput, type PlanItem } from './plan-job'
import { findUnknownChannel, listPlanRows } from './plan-rows.queries'

export interface PlanRequest {
  fromDay: string
  toDay: string
  formats: PlanFormat[]
  channelIds: string[]
  dayOrder: 'month-first' | 'day-first'
  destination: { kind: 'default' } | { kind: 'folder'; token: string }
}

const MOST_DAYS = 366
/** Formats that are one file a channel. */
const perChannel: ReadonlySet<PlanFormat> = new Set(['buffer', 'hootsuite', 'meta'])
const onMeta: ReadonlySet<string> = new Set(['facebook', 'instagram', 'threads'])

const extensions: Readonly<Record<PlanFormat, string>> = {
  csv: 'plan.csv', xlsx: 'plan.xlsx', ics: 'plan.ics', month: 'month.pdf', list: 'list.pdf', buffer: 'buffer.csv', hootsuite: 'hootsuite.csv', meta: 'meta.csv'
}

interface ChannelCount {
  channelId: string
  channel: string
  network: string
  rows: number
}

async function channelsIn(reader: Reader, request: PlanRequest): Promise<{ total: number; channels: ChannelCount[] }> {
  const rows = await listPlanRows(reader, request, request.channelIds)
  // The other planner would publish what stands still here.
  if (request.formats.some((format) => perChannel.has(format))) await refuseFrozen(reader, rows.flatMap(({ variantId }) => variantId ?? []))
  const channels = new Map<string, ChannelCount>()
  for (const { channelId, channel, network } of rows) {
    if (channelId === null || network === null) continue
    const one = channels.get(channelId) ?? { channelId, channel, network, rows: 0 }
    channels.set(channelId, { ...one, rows: one.rows + 1 })
  }
  return { total: rows.length, channels: [...channels.values()] }
}

/** One file, or one for each channel and each part that the other planner takes at a time. */
function filesOf(format: PlanFormat, span: string, channels: readonly ChannelCount[]): PlanItem[] {
  const base = `${span}_${extensions[format]}`
  if (!perChannel.has(format)) return [{ format, name: base, channelId: null, part: 0 }]
  const wanted = format === 'meta' ? channels.filter(({ network }) => onMeta.has(network)) : channels
  return wanted.flatMap(({ channelId, channel, rows }) => {
    const parts = format === 'hootsuite' ? inParts(Array.from({ length: rows }), HOOTSUITE_ROWS).length : 1
    return Array.from({ length: parts }, (_, part): PlanItem => {
      const number = parts > 1 ? `_${part + 1}` : ''
      return { format, channelId, part, name: legalName(`${span}_${format}_${channel}${number}`, { extension: '.csv', maxBytes: 100 }) }
    })
  })
}

function toPlanned(item: PlanItem): PlannedItem {
  const key = createHash('sha256').update(JSON.stringify([item.name, item.channelId, item.part])).digest('hex')
  // Files of one kind together: the plan is read once for them.
  return { key, group: item.format, label: item.name, payload: planJson(item) }
}

/**
 * Decides which files there will be.
 * @throws AppError `validation.days`, `validation.nothing-planned` where nothing is planned, `not-found.channel`, `validation.destination`, `conflict.post-frozen`
 */
export async function planFiles(core: CoreServices, workspace: Workspace, request: PlanRequest): Promise<JobPlan> {
  const { fromDay, toDay, channelIds, dayOrder, destination } = request
  const length = daysBetween(fromDay, toDay)
  if (length < 0 || length > MOST_DAYS) throw new AppError('validation.days', { from: fromDay, to: toDay })
  const unknown = await findUnknownChannel(workspace.reader, channelIds)
  if (unknown !== undefined) throw new AppError('not-found.channel', { channel: unknown })
  const { total, channels } = await channelsIn(workspace.reader, request)
  const items = [...new Set(request.formats)].flatMap((format) => filesOf(format, `${fromDay}_${toDay}`, channels))
  if (total === 0 || items.length === 0) throw new AppError('validation.nothing-planned')
  const profile = await workspace.profile()
  const wanted = destination.kind === 'folder' ? core.tokens.resolve(destination.token).path : defaultFolder(core.home.exports, profile)
  const stored: PlanInput = {
    folder: await checkDestination(wanted, core.home, workspace.folders.root, core.newId()),
    fromDay, toDay, channelIds, dayOrder,
    client: { name: profile.name, zone: profile.zone, language: profile.languages[0] ?? 'en', weekStart: profile.weekStart }
  }
  return { title: { files: items.length, posts: total }, items: items.map(toPlanned), stored: planJson(stored) }
}
