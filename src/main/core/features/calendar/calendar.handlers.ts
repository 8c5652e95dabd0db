import type { CallContext, Tx } from '../../context'
import { os } from '../../router-base'
import { getPostRow, type PostContext, postContext } from '../posts'
import { putWorkspaceSetting } from '../workspace-settings'
import { applyToSeries } from './apply-series.service'
import { assertDays, MAX_DAYS, readBackground, toCountries } from './background.service'
import { insertClientDate, removeClientDate, updateClientDate } from './client-dates.repository'
import { putEvergreen, removeEvergreen } from './evergreen.repository'
import { readEvergreen, recycle } from './evergreen.service'
import { readFaces } from './faces.queries'
import { fillSlots } from './fill-slots.service'
import { listNetworks, listOutline } from './outline.queries'
import { presentRange } from './present-entries'
import { previewRule } from './preview-rule'
import { moveInQueue } from './queue.service'
import { listRange } from './range.queries'
import { insertSavedView, listSavedViews, removeSavedView } from './saved-views.repository'
import { endSeries, startSeries } from './series.service'
import { listNextSlots } from './slots.service'

type Run<T> = (tx: Tx, ctx: PostContext) => Promise<T>

interface Options {
  pick?: PostContext['pick']
  data?: Record<string, string | number>
}

async function write<T>(context: CallContext, clientId: string, run: Run<T>, { pick, data }: Options = {}): Promise<T> {
  const ctx = await postContext(context.core, await context.workspace(clientId), pick)
  return context.command(clientId, (tx) => run(tx, ctx), { ...(data && { data }) })
}

async function readerAndZone(context: CallContext, clientId: string) {
  const workspace = await context.workspace(clientId)
  const { zone } = await workspace.profile()
  return { reader: workspace.reader, zone }
}

const views = {
  entries: os.calendar.entries.handler(async ({ input, context }) => {
    const { clientId, from, to, ...filter } = input
    const { reader, zone } = await readerAndZone(context, clientId)
    const rows = await listRange(reader, { from, to }, filter, context.core.now())
    return { zone, posts: presentRange(context.core, clientId, rows) }
  }),
  outline: os.calendar.outline.handler(async ({ input, context }) => {
    const { clientId, from, to, ...filter } = input
    const { reader, zone } = await readerAndZone(context, clientId)
    const [channels, rows] = await Promise.all([listNetworks(reader), listOutline(reader, { from, to }, filter, context.core.now())])
    return { zone, channels, rows }
  }),
  faces: os.calendar.faces.handler(async ({ input: { clientId, postIds }, context }) => {
    const { reader } = await context.workspace(clientId)
    return { faces: await readFaces(context.core, reader, clientId, postIds) }
  }),
  background: os.calendar.background.handler(async ({ input: { clientId, fromDay, toDay }, context }) => {
    const { reader, zone } = await readerAndZone(context, clientId)
    return readBackground(reader, zone, assertDays(fromDay, toDay, MAX_DAYS), context.core.now())
  }),
  setCountries: os.calendar.setCountries.handler(async ({ input: { clientId, countries }, context }) => {
    const chosen = toCountries(countries)
    await write(context, clientId, (tx) => putWorkspaceSetting(tx, 'calendar.countries', chosen))
    return { countries: chosen }
  }),
  saveDate: os.calendar.saveDate.handler(async ({ input: { clientId, id, ...fields }, context }) => {
    assertDays(fields.startsOn, fields.endsOn)
    const date = { id: id ?? context.core.newId(), ...fields, color: fields.color.toLowerCase() }
    await write(context, clientId, (tx) => (id === undefined ? insertClientDate(tx, date) : updateClientDate(tx, date)))
    return date
  }),
  removeDate: os.calendar.removeDate.handler(async ({ input: { clientId, dateId }, context }) => {
    await write(context, clientId, (tx) => removeClientDate(tx, dateId))
    return { ok: true as const }
  }),
  listViews: os.calendar.listViews.handler(async ({ input, context }) => ({
    views: await listSavedViews((await context.workspace(input.clientId)).reader)
  })),
  saveView: os.calendar.saveView.handler(async ({ input: { clientId, ...fields }, context }) => {
    const view = { id: context.core.newId(), ...fields }
    await write(context, clientId, (tx) => insertSavedView(tx, view), { data: { name: fields.name } })
    return view
  }),
  removeView: os.calendar.removeView.handler(async ({ input: { clientId, viewId }, context }) => {
    await write(context, clientId, (tx) => removeSavedView(tx, viewId))
    return { ok: true as const }
  })
}

const slots = {
  nextSlots: os.calendar.nextSlots.handler(async ({ input: { clientId, after, ...search }, context }) => {
    const { reader, zone } = await readerAndZone(context, clientId)
    return { slots: await listNextSlots(reader, zone, { ...search, after: after ?? context.core.now() }) }
  }),
  fillSlots: os.calendar.fillSlots.handler(({ input: { clientId, ids, after }, context }) =>
    write(context, clientId, (tx, ctx) => fillSlots(tx, ctx, ids, after ?? ctx.now()), { data: { count: ids.length } })
  )
}

const queues = {
  moveInQueue: os.calendar.moveInQueue.handler(async ({ input: { clientId, ...move }, context }) => ({
    changed: await write(context, clientId, (tx, ctx) => moveInQueue(tx, ctx, move))
  }))
}

const series = {
  repeat: os.calendar.repeat.handler(({ input: { clientId, ...input }, context }) =>
    write(context, clientId, (tx, ctx) => startSeries(tx, ctx, input), { pick: 'earlier' })
  ),
  previewRule: os.calendar.previewRule.handler(async ({ input, context }) => {
    const { zone } = await readerAndZone(context, input.clientId)
    return previewRule(input, input.zone ?? zone)
  }),
  applyToSeries: os.calendar.applyToSeries.handler(async ({ input: { clientId, postId, scope, time, shiftDays, content, pick }, context }) => ({
    changed: await write(context, clientId, (tx, ctx) => applyToSeries(tx, ctx, postId, { scope, time, days: shiftDays, content }), { pick })
  })),
  endSeries: os.calendar.endSeries.handler(async ({ input: { clientId, postId, scope }, context }) => ({
    trashed: await write(context, clientId, (tx, ctx) => endSeries(tx, ctx, postId, scope))
  }))
}

const evergreen = {
  getEvergreen: os.calendar.getEvergreen.handler(async ({ input: { clientId, postId }, context }) => {
    const { reader } = await context.workspace(clientId)
    await getPostRow(reader, postId)
    return { evergreen: await readEvergreen(reader, postId) }
  }),
  setEvergreen: os.calendar.setEvergreen.handler(async ({ input: { clientId, postId, evergreen: wanted }, context }) => {
    await write(context, clientId, async (tx, ctx) => {
      await getPostRow(tx, postId)
      if (wanted) await putEvergreen(tx, { id: ctx.newId(), postId, ...wanted })
      else await removeEvergreen(tx, postId)
    })
    return { ok: true as const }
  }),
  recycle: os.calendar.recycle.handler(async ({ input: { clientId, fromDay, toDay }, context }) => {
    const days = assertDays(fromDay, toDay, MAX_DAYS)
    return { made: await write(context, clientId, (tx, ctx) => recycle(tx, ctx, days, ctx.now())) }
  })
}

export const calendarHandlers = { ...views, ...slots, ...queues, ...series, ...evergreen }
