import { coverageOf, coveredDays, dueFrom, isExpected, lostFrom, mergeRanges, settledUntil, type DayRange, type ExportInterval } from '../../../../shared/features/exports-due/due-rules'
import { exportGuides, findGuide, guidesOf, type ExportGuide } from '../../../../shared/features/exports-due/export-guides'
import type { ChannelExports, ExpectedExport } from '../../../../shared/features/exports-due/exports-due.contract'
import type { WorkspaceSettingValue } from '../../../../shared/features/settings/workspace-settings'
import { todayIn, wallTimeOf } from '../../../../shared/time'
import type { Workspace } from '../../workspaces/workspaces.types'
import { listChannels } from '../channels'
import { getWorkspaceSetting } from '../workspace-settings'
import { type CoveringFile, listCoveringFiles, listDaysOfFiles } from './covered.queries'

export type ExportSettings = WorkspaceSettingValue<'exports.due'>
export const usualSettings: ExportSettings = { interval: 'monthly', snoozed: [], expected: [] }

/** Channel `''` stands for what belongs to none. */
interface Place {
  channelId: string | null
  network: string
  name: string
  /** The day from which exports are expected where none came in. */
  since: string
}

/** A file with the day it came in, by the client's calendar. */
type DatedFile = CoveringFile & { importedOn: string }

interface Facts {
  today: string
  settings: ExportSettings
  files: DatedFile[]
  days: Map<string, DayRange[]>
}

const isOf = (place: Pick<Place, 'channelId'>, guideId: string) => (one: { channelId: string | null; guideId: string }) =>
  one.channelId === place.channelId && one.guideId === guideId

function rangesOf(guide: ExportGuide, files: readonly DatedFile[], { days, settings }: Facts): DayRange[] {
  const ranges = files.flatMap((file) => {
    const own = guide.cover === 'days' ? days.get(file.id) : undefined
    const whole = coverageOf(file, guide.cover, settings.interval)
    return own ?? (whole ? [whole] : [])
  })
  return mergeRanges(ranges)
}

const latest = (days: readonly (string | undefined)[]): string | undefined => days.reduce((last, day) => (day !== undefined && (last === undefined || day > last) ? day : last), undefined)

/** What one export of a channel covers, and when the next is due. */
function describe(place: Place, guide: ExportGuide, facts: Facts): ExpectedExport {
  const { settings, today } = facts
  const files = facts.files.filter(isOf(place, guide.id))
  const ranges = rangesOf(guide, files, facts)
  const coveredUntil = guide.cover === 'days' ? ranges.at(-1)?.to : latest(files.map((file) => coveredDays(file)?.to))
  const settled = latest(files.map((file) => settledUntil(file, guide.cover, settings.interval)))
  const due = dueFrom(settled, place.since, settings.interval, guide.delayDays)
  const snoozed = settings.snoozed.find(isOf(place, guide.id))?.until ?? null
  return {
    guideId: guide.id,
    channelId: place.channelId,
    network: guide.network,
    files: files.length,
    ranges,
    coveredUntil: coveredUntil ?? null,
    dueFrom: due ?? null,
    due: due !== undefined && due <= today,
    snoozedUntil: snoozed !== null && snoozed > today ? snoozed : null,
    lostFrom: lostFrom(coveredUntil, guide.keeps?.days) ?? null
  }
}

function exportsOf(place: Place, guides: readonly ExportGuide[], facts: Facts): ChannelExports {
  const seen = new Set(facts.files.filter(({ channelId }) => channelId === place.channelId).map(({ guideId }) => guideId))
  const wanted = (guide: ExportGuide): boolean =>
    facts.settings.expected.find(isOf(place, guide.id))?.expected ?? (isExpected(guide, guides, seen) && (place.channelId !== null || seen.has(guide.id)))
  const { channelId, network, name } = place
  return {
    channelId, network, name,
    exports: guides.filter(wanted).map((guide) => describe(place, guide, facts)),
    others: guides.filter((guide) => !wanted(guide)).map(({ id }) => id)
  }
}

/** Exports that belong to no channel, by network: ads and the traffic of a site, once one came in or was asked for. */
function withoutChannel(facts: Facts): ChannelExports[] {
  const wanted = [...facts.files, ...facts.settings.expected].filter(({ channelId }) => channelId === null)
  const networks = new Set(wanted.map(({ guideId }) => findGuide(guideId)?.network ?? ''))
  return [...networks].filter(Boolean).map((network) => {
    const guides = exportGuides.filter((guide) => guide.network === network)
    return exportsOf({ channelId: null, network, name: '', since: facts.today }, guides, facts)
  })
}

/** Which exports one client needs, what is covered, and what is due, by the day of the client. */
export async function readExports(workspace: Workspace, now: string): Promise<{ today: string; interval: ExportInterval; channels: ChannelExports[] }> {
  const { reader } = workspace
  const { zone } = await workspace.profile()
  const [settings, files, days] = [await getWorkspaceSetting(reader, 'exports.due') ?? usualSettings, await listCoveringFiles(reader), await listDaysOfFiles(reader)]
  const dated = files.map((file) => ({ ...file, importedOn: wallTimeOf(file.importedAt, zone).date }))
  const facts: Facts = { today: todayIn(zone, now), settings, files: dated, days }
  const channels = (await listChannels(reader, false)).map(({ id, network, name, createdAt }) =>
    exportsOf({ channelId: id, network, name, since: wallTimeOf(createdAt, zone).date }, guidesOf(network), facts)
  )
  return { today: facts.today, interval: settings.interval, channels: [...channels, ...withoutChannel(facts).filter(({ exports }) => exports.length > 0)] }
}
