import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { channelCatalog } from '../../../../shared/channels/catalog'
import { AppError } from '../../../../shared/errors/app-error'
import { composeUrlOf } from '../../../../shared/features/hand-off/compose-pages'
import type { PackProblem, PackScope } from '../../../../shared/features/hand-off/hand-off.contract'
import { legalName, numberedName, stemOf } from '../../../../shared/naming'
import { defaultRenderSettings } from '../../../../shared/media/settings'
import { daysBetween } from '../../../../shared/time'
import type { CoreServices, Reader } from '../../context'
import { syncDirectory } from '../../files/durable-folders'
import { asDiskError, systemCode } from '../../files/file-errors'
import type { JobPlan, PlannedItem } from '../../jobs/jobs.types'
import type { Workspace } from '../../workspaces/workspaces.types'
import { listHeld, refuseFrozen } from '../freezes'
import { checkDestination, defaultFolder, memberKey, toExportItem } from '../renditions'
import { listOutgoing, listOutgoingOfDays, listOutgoingOfPosts, missingPost, type Outgoing } from './outgoing.queries'
import { wordsOf } from './outgoing-words'
import { packJson, type PackEntry, type PackInput, type PackItem } from './pack-item'
import { textFiles } from './pack-texts'
import { altTextsOf, planPictures, problem, type OutgoingPicture, type OutgoingPictures, type OutgoingVideo } from './pictures'

export interface PackRequest {
  scope: PackScope
  zip: boolean
  /** What is frozen is left away instead of refused. */
  withoutFrozen?: boolean | undefined
  destination: { kind: 'default' } | { kind: 'folder'; token: string }
}

const settings = { render: defaultRenderSettings, template: '{n}_{asset}.{ext}' }
const MOST_DAYS = 366
/** Waits for somebody, or is out already. */
const ready: ReadonlySet<string> = new Set(['approved', 'scheduled', 'handed-over', 'published'])

async function readPosts(reader: Reader, postIds: readonly string[]): Promise<Outgoing[]> {
  const missing = await missingPost(reader, postIds)
  if (missing !== undefined) throw new AppError('not-found.post', { post: missing })
  return listOutgoingOfPosts(reader, postIds)
}

async function readScope(reader: Reader, scope: PackScope): Promise<Outgoing[]> {
  switch (scope.kind) {
    case 'post':
      return readPosts(reader, [scope.postId])
    case 'posts':
      return readPosts(reader, scope.postIds)
    case 'days': {
      const days = daysBetween(scope.fromDay, scope.toDay)
      if (days < 0 || days > MOST_DAYS) throw new AppError('validation.days', { from: scope.fromDay, to: scope.toDay })
      return listOutgoingOfDays(reader, scope.fromDay, scope.toDay)
    }
    case 'variants': {
      const found = await listOutgoing(reader, scope.variantIds)
      const missing = scope.variantIds.find((id) => !found.some((one) => one.id === id))
      if (missing) throw new AppError('not-found.variant', { variant: missing })
      return found
    }
  }
}

function nameOf(scope: PackScope, outgoing: readonly Outgoing[]): string {
  if (scope.kind === 'days') return scope.fromDay === scope.toDay ? scope.fromDay : `${scope.fromDay} – ${scope.toDay}`
  return outgoing[0]?.title.trim() || (outgoing[0]?.text.slice(0, 60).trim() ?? '')
}

function folderNameOf(scope: PackScope, name: string): string {
  if (scope.kind === 'days') return `publish-pack_${scope.fromDay}${scope.fromDay === scope.toDay ? '' : `_${scope.toDay}`}`
  return legalName(`publish-pack_${name}`, { maxBytes: 80 })
}

/** A new folder of its own for each pack: what lies in an earlier one may be on its way already. */
async function makePackFolder(parent: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(parent, numberedName(name, number))
    try {
      await mkdir(path)
      await syncDirectory(parent)
      return path
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw asDiskError(error, path)
    }
  }
}

/** Folders sort as the posts go out: number, day, time, network and format. */
function variantFolder(index: number, { planned, network, format }: Outgoing): string {
  const when = planned ? `${planned.date}_${planned.time.replace(':', '')}` : 'unplanned'
  return legalName(`${String(index + 1).padStart(2, '0')}_${when}_${network}-${format}`, { maxBytes: 80 })
}

function stateProblems({ state, planned, text, media, parts }: Outgoing): PackProblem[] {
  const wordless = text.trim() === '' && media.length === 0 && !parts?.some((part) => part.trim() !== '')
  return [
    ...(ready.has(state) ? [] : [problem('not-ready', true, { state })]),
    ...(planned ? [] : [problem('unplanned', false)]),
    ...(wordless ? [problem('no-text', true)] : [])
  ]
}

function toEntry(variant: Outgoing, folder: string, going: OutgoingPictures, language: string | undefined): PackEntry {
  const { id, postId, network, channelName, handle, format, title, planned } = variant
  const fields = wordsOf(variant, altTextsOf(going), language)
  return {
    variantId: id, postId, folder, network, channelName, handle, format, planned, fields,
    composeUrl: composeUrlOf(network, { handle, link: variant.channelLink }),
    title: title.trim() || variant.text.replaceAll(/\s+/g, ' ').trim().slice(0, 80),
    problems: [...stateProblems(variant), ...going.problems],
    credits: going.credits
  }
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')

function pictureItems(entry: PackEntry, pictures: readonly OutgoingPicture[]): PlannedItem[] {
  return pictures.flatMap(({ member, altText, number: place }) => {
    const { source, placement, draft } = member
    const { outcome } = draft
    if ('refusal' in outcome) return []
    const number = twoDigits(place)
    const extension = `_${placement.width}x${placement.height}.${outcome.format}`
    const path = `${entry.folder}/${legalName(`${number}_${stemOf(source.fileName)}`, { extension, maxBytes: 80 })}`
    const named = { ...member, path }
    const item = toExportItem(named)
    if (!item) return []
    const payload: PackItem = { ...item, kind: 'picture', variantId: entry.variantId, altText }
    return [{ key: memberKey(named, settings), group: source.id, label: path, payload: packJson(payload) }]
  })
}

/** Under the name it came with; the ending is that of its content. */
function videoItems(entry: PackEntry, videos: readonly OutgoingVideo[]): PlannedItem[] {
  return videos.map(({ source, altText, number }) => {
    const name = legalName(`${twoDigits(number)}_${stemOf(source.fileName)}`, { extension: `.${source.format}`, maxBytes: 80 })
    const path = `${entry.folder}/${name}`
    const payload: PackItem = { kind: 'video', variantId: entry.variantId, path, assetId: source.id, sha256: source.sha256, format: source.format, altText }
    const key = createHash('sha256').update(JSON.stringify(['video', path, source.sha256])).digest('hex')
    return { key, group: `video ${entry.variantId} ${number}`, label: path, payload: packJson(payload) }
  })
}

function textItems(entry: PackEntry, pictures: readonly PlannedItem[]): PlannedItem[] {
  const files = pictures.map(({ payload, label }) => ({ file: label.slice(entry.folder.length + 1), altText: String(payload.altText) }))
  return textFiles(entry, files).map(({ name, text }) => {
    const path = `${entry.folder}/${name}`
    const payload: PackItem = { kind: 'text', variantId: entry.variantId, path, text }
    const key = createHash('sha256').update(JSON.stringify([path, text])).digest('hex')
    return { key, group: `text ${entry.variantId}`, label: path, payload: packJson(payload) }
  })
}

/** @throws AppError `conflict.post-frozen` where an incident holds one of them, unless they are to be left away */
async function withoutHeld(reader: Reader, outgoing: Outgoing[], leaveAway: boolean): Promise<Outgoing[]> {
  const ids = outgoing.map(({ id }) => id)
  if (!leaveAway) await refuseFrozen(reader, ids)
  const held = leaveAway ? await listHeld(reader, ids) : new Set<string>()
  return outgoing.filter(({ id }) => !held.has(id))
}

/** Decides every name and text and stores them, so that a pack that is resumed makes what was asked for. */
export async function planPack(core: CoreServices, workspace: Workspace, request: PackRequest): Promise<JobPlan> {
  const outgoing = await withoutHeld(workspace.reader, await readScope(workspace.reader, request.scope), request.withoutFrozen ?? false)
  if (outgoing.length === 0) throw new AppError('validation.nothing-planned')
  const planned = await planPictures(workspace.reader, outgoing, core.now())
  const profile = await workspace.profile()
  const made = outgoing.map((variant, index) => {
    const pictures = planned.get(variant.id) ?? { pictures: [], videos: [], credits: [], problems: [] }
    const entry = toEntry(variant, variantFolder(index, variant), pictures, profile.languages[0])
    const items = [...pictureItems(entry, pictures.pictures), ...videoItems(entry, pictures.videos)].sort((a, b) => a.label.localeCompare(b.label, 'en'))
    return { entry, items: [...items, ...textItems(entry, items)] }
  })
  const { destination } = request
  const wanted = destination.kind === 'folder' ? core.tokens.resolve(destination.token).path : defaultFolder(core.home.exports, profile)
  const parent = await checkDestination(wanted, core.home, workspace.folders.root, core.newId())
  const name = nameOf(request.scope, outgoing)
  const stored: PackInput = {
    folder: await makePackFolder(parent, folderNameOf(request.scope, name)),
    name,
    zip: request.zip,
    entries: made.map(({ entry }) => entry),
    settings,
    rulePackDate: channelCatalog.generatedOn,
    client: { id: profile.id, name: profile.name, zone: profile.zone },
    modelSeconds: 0,
    refused: []
  }
  const posts = new Set(outgoing.map(({ postId }) => postId)).size
  return { title: { posts, variants: outgoing.length }, items: made.flatMap(({ items }) => items), stored: packJson(stored) }
}
