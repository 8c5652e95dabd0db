import { startOfDay, todayIn } from '../../../../shared/time'
import type { CallContext, Reader } from '../../context'
import { os } from '../../router-base'
import { listDueSteps } from './due-steps.service'
import { listDuplicates } from './duplicates.queries'
import { dayAfter, listTopFans, listUnansweredFans } from './fans.queries'
import { listErasures } from './erasures.repository'
import { erasePerson, previewErase } from './erase.service'
import { mergePeople, splitHandles, unmergeCard } from './merge.service'
import { insertOutreach, listOutreach, removeOutreach, updateOutreach } from './outreach.repository'
import { countPeople, listPeople } from './people.queries'
import { addHandle, cardOf, ensureCard, findOwner, insertCard, removeCard, removeHandle, setPersonLabels, updateCard, type Making } from './people.repository'
import { reportPersonExport, startPersonExport } from './person-export.service'
import { getPersonCard, listHistory } from './person-card.queries'
import { resolvePerson } from './resolve-person'
import { keepApart } from './keep-apart.repository'

export { exportPersonJob } from './person-export.job'
export { findPersonFile } from './person-export.service'

const ok = { ok: true as const }
const makingOf = ({ core }: CallContext): Making => ({ newId: () => core.newId(), now: core.now() })

async function opened(context: CallContext, clientId: string): Promise<{ reader: Reader; zone: string; today: string }> {
  const workspace = await context.workspace(clientId)
  const { zone } = await workspace.profile()
  return { reader: workspace.reader, zone, today: todayIn(zone, context.core.now()) }
}

const readHandlers = {
  list: os.people.list.handler(async ({ input, context }) => {
    const { reader, today } = await opened(context, input.clientId)
    return listPeople(reader, input, today, input)
  }),
  counts: os.people.counts.handler(async ({ input, context }) => {
    const { reader, today } = await opened(context, input.clientId)
    return countPeople(reader, today)
  }),
  get: os.people.get.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    return getPersonCard(reader, await resolvePerson(reader, input.person))
  }),
  history: os.people.history.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    return listHistory(reader, await resolvePerson(reader, input.person), input)
  }),
  duplicates: os.people.duplicates.handler(async ({ input, context }) => ({ pairs: await listDuplicates((await context.workspace(input.clientId)).reader) })),
  topFans: os.people.topFans.handler(async ({ input, context }) => {
    const { reader, zone } = await opened(context, input.clientId)
    const { fromDay, toDay } = input
    return { fans: await listTopFans(reader, { fromDay, toDay, from: startOfDay(fromDay, zone), to: startOfDay(dayAfter(toDay), zone) }, input.by, input.limit) }
  }),
  dueSteps: os.people.dueSteps.handler(async ({ context }) => ({ steps: await listDueSteps(context.core) })),
  unansweredFans: os.people.unansweredFans.handler(async ({ input, context }) => ({ fans: await listUnansweredFans((await context.workspace(input.clientId)).reader, input.limit) }))
}

const cardHandlers = {
  create: os.people.create.handler(({ input, context }) =>
    context.command(input.clientId, async (tx) => {
      const { from, name, labels } = input
      const making = makingOf(context)
      const known = from && (await findOwner(tx, from.network, from.key))
      const personId = known ?? (from ? await ensureCard(tx, making, from, name) : await insertCard(tx, making, name))
      await setPersonLabels(tx, making.newId, personId, labels, [])
      return { personId }
    })
  ),
  update: os.people.update.handler(async ({ input, context }) => {
    const { clientId, personId, consentOn, nextStep, nextOn, ...same } = input
    const change = { ...same, ...(consentOn !== undefined && { consent_on: consentOn }), ...(nextStep !== undefined && { next_step: nextStep }), ...(nextOn !== undefined && { next_on: nextOn }) }
    await context.command(clientId, (tx) => updateCard(tx, personId, change), { merge: `people.update ${personId} ${Object.keys(change).sort().join(' ')}` })
    return ok
  }),
  remove: os.people.remove.handler(({ input, context }) => context.command(input.clientId, (tx) => removeCard(tx, input.personId)).then(() => ok)),
  label: os.people.label.handler(({ input, context }) => {
    const { clientId, people, add, remove } = input
    const making = makingOf(context)
    return context.command(
      clientId,
      async (tx) => {
        const ids = new Set<string>()
        for (const ref of people) {
          const known = 'personId' in ref || add.length > 0 ? await cardOf(tx, making, ref) : await findOwner(tx, ref.network, ref.key)
          if (known !== undefined) ids.add(known)
        }
        let changed = 0
        for (const id of ids) if (await setPersonLabels(tx, making.newId, id, add, remove)) changed += 1
        return { changed }
      },
      { data: { count: people.length } }
    )
  }),
  addHandle: os.people.addHandle.handler(({ input, context }) =>
    context.command(input.clientId, async (tx) => ({ handleId: await addHandle(tx, () => context.core.newId(), input.personId, input.network, input.handle) }))
  ),
  removeHandle: os.people.removeHandle.handler(({ input, context }) => context.command(input.clientId, (tx) => removeHandle(tx, input.handleId)).then(() => ok)),
  merge: os.people.merge.handler(({ input, context }) => {
    const { clientId, survivor, others, take } = input
    return context.command(clientId, async (tx) => ({ personId: await mergePeople(tx, makingOf(context), [survivor, ...others], take) }), { data: { count: others.length + 1 } })
  }),
  unmerge: os.people.unmerge.handler(({ input, context }) => context.command(input.clientId, async (tx) => ({ personId: await unmergeCard(tx, makingOf(context), input.mergeId) }))),
  split: os.people.split.handler(({ input, context }) =>
    context.command(input.clientId, async (tx) => ({ personId: await splitHandles(tx, makingOf(context), input.personId, input.handleIds, input.name) }))
  ),
  keepApart: os.people.keepApart.handler(({ input, context }) => context.command(input.clientId, (tx) => keepApart(tx, context.core.newId(), input.one, input.other)).then(() => ok))
}

const outreachHandlers = {
  outreach: os.people.outreach.handler(async ({ input, context }) => listOutreach((await context.workspace(input.clientId)).reader, input)),
  addOutreach: os.people.addOutreach.handler(({ input, context }) => {
    const outreachId = context.core.newId()
    const making = makingOf(context)
    return context.command(input.clientId, async (tx) => {
      await insertOutreach(tx, outreachId, await cardOf(tx, making, input.person), input, making.now)
      return { outreachId }
    })
  }),
  updateOutreach: os.people.updateOutreach.handler(({ input, context }) => context.command(input.clientId, (tx) => updateOutreach(tx, input.outreachId, input)).then(() => ok)),
  removeOutreach: os.people.removeOutreach.handler(({ input, context }) => context.command(input.clientId, (tx) => removeOutreach(tx, input.outreachId)).then(() => ok))
}

export const peopleHandlers = {
  ...readHandlers,
  ...cardHandlers,
  ...outreachHandlers,
  export: os.people.export.handler(({ input, context }) => startPersonExport(context, input)),
  exportReport: os.people.exportReport.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    return reportPersonExport(reader, input.jobId, (itemId) => context.core.urls.sign({ kind: 'person-file', clientId: input.clientId, itemId }))
  }),
  previewErase: os.people.previewErase.handler(async ({ input, context }) => previewErase(await context.workspace(input.clientId), input.person)),
  erase: os.people.erase.handler(({ input, context }) => erasePerson(context, input)),
  erasures: os.people.erasures.handler(async ({ input, context }) => listErasures((await context.workspace(input.clientId)).reader, input))
}
