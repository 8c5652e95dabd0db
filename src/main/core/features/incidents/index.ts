import { os } from '../../router-base'
import { decide, override } from './decide.service'
import { addEvidence } from './evidence.service'
import { endFreeze, freeze, readFrozen } from './freeze.service'
import { listIncidents, removeEntry, updateEntry, updateIncident, getOpenIncident } from './incidents.repository'
import { addEntry, calm, close, getIncident, openIncident, readCurrent, reopen, saveReview, setLevel, writeLearning } from './incidents.service'
import { moveContact, removeContact, removeLine, updateContact, updateLine } from './kit.repository'
import { addContact, addLines, readKit, setLevels, setPolicy } from './kit.service'
import { readOverview } from './overview.service'
import { readPrinted } from './printed.queries'

export { printLogJob } from './print-log.job'
export { findLogFile, findLogFolder } from './printed.queries'

const ok = { ok: true as const }
const sent = (work: Promise<void>): Promise<typeof ok> => work.then(() => ok)

const incidents = {
  current: os.incidents.current.handler(async ({ input, context }) => readCurrent((await context.workspace(input.clientId)).reader)),
  overview: os.incidents.overview.handler(({ context }) => readOverview(context.core)),
  list: os.incidents.list.handler(async ({ input, context }) => ({ incidents: await listIncidents((await context.workspace(input.clientId)).reader) })),
  get: os.incidents.get.handler(({ input, context }) => getIncident(context, input.clientId, input.incidentId)),
  open: os.incidents.open.handler(({ input, context }) => openIncident(context, input)),
  update: os.incidents.update.handler(({ input: { clientId, incidentId, title, summary }, context }) => {
    const change = { ...(title !== undefined && { title }), ...(summary !== undefined && { summary }) }
    const run = context.command(clientId, async (tx) => {
      await getOpenIncident(tx, incidentId)
      await updateIncident(tx, incidentId, change)
    }, { merge: `incident ${incidentId} ${Object.keys(change).join(' ')}` })
    return sent(run)
  }),
  setLevel: os.incidents.setLevel.handler(({ input, context }) => sent(setLevel(context, input))),
  calm: os.incidents.calm.handler(({ input, context }) => sent(calm(context, input))),
  reopen: os.incidents.reopen.handler(({ input, context }) => sent(reopen(context, input))),
  close: os.incidents.close.handler(({ input, context }) => sent(close(context, input))),
  saveReview: os.incidents.saveReview.handler(({ input, context }) => sent(saveReview(context, input))),
  writeLearning: os.incidents.writeLearning.handler(({ input, context }) => writeLearning(context, input))
}

const log = {
  addEntry: os.incidents.addEntry.handler(({ input, context }) => addEntry(context, input)),
  updateEntry: os.incidents.updateEntry.handler(({ input: { clientId, entryId, kind, text, happenedAt }, context }) => {
    const change = { ...(kind && { kind }), ...(text !== undefined && { text }), ...(happenedAt !== undefined && { happened_at: happenedAt }) }
    return sent(context.command(clientId, (tx) => updateEntry(tx, entryId, change), { merge: `incident entry ${entryId} ${Object.keys(change).join(' ')}` }))
  }),
  removeEntry: os.incidents.removeEntry.handler(({ input, context }) => sent(context.command(input.clientId, (tx) => removeEntry(tx, input.entryId)))),
  addEvidence: os.incidents.addEvidence.handler(({ input, context }) => addEvidence(context, input)),
  print: os.incidents.print.handler(async ({ input: { clientId, ...request }, context }) => ({ jobId: await context.core.jobs.start(clientId, 'incidents.print', request) })),
  printed: os.incidents.printed.handler(async ({ input: { clientId, jobId }, context }) => {
    const { reader } = await context.workspace(clientId)
    return readPrinted(reader, jobId, (itemId) => context.core.urls.sign({ kind: 'incident-file', clientId, itemId }))
  })
}

const freezes = {
  freeze: os.incidents.freeze.handler(({ input, context }) => freeze(context, input)),
  frozen: os.incidents.frozen.handler(({ input, context }) => readFrozen(context, input)),
  decide: os.incidents.decide.handler(({ input, context }) => decide(context, input)),
  endFreeze: os.incidents.endFreeze.handler(({ input, context }) => sent(endFreeze(context, input))),
  override: os.incidents.override.handler(({ input, context }) => sent(override(context, input)))
}

const kit = {
  kit: os.incidents.kit.handler(({ input, context }) => readKit(context, input.clientId)),
  setPolicy: os.incidents.setPolicy.handler(({ input, context }) => sent(setPolicy(context, input))),
  setLevels: os.incidents.setLevels.handler(({ input, context }) => sent(setLevels(context, input))),
  addContact: os.incidents.addContact.handler(({ input, context }) => addContact(context, input)),
  updateContact: os.incidents.updateContact.handler(({ input: { clientId, contactId, ...change }, context }) =>
    sent(context.command(clientId, (tx) => updateContact(tx, contactId, change), { merge: `crisis contact ${contactId} ${Object.keys(change).sort().join(' ')}` }))
  ),
  moveContact: os.incidents.moveContact.handler(({ input, context }) => sent(context.command(input.clientId, (tx) => moveContact(tx, input.contactId, input.beforeId)))),
  removeContact: os.incidents.removeContact.handler(({ input, context }) => sent(context.command(input.clientId, (tx) => removeContact(tx, input.contactId)))),
  addLines: os.incidents.addLines.handler(({ input, context }) => addLines(context, input)),
  updateLine: os.incidents.updateLine.handler(({ input: { clientId, lineId, ...change }, context }) =>
    sent(context.command(clientId, (tx) => updateLine(tx, lineId, change), { merge: `holding line ${lineId} ${Object.keys(change).sort().join(' ')}` }))
  ),
  removeLine: os.incidents.removeLine.handler(({ input, context }) => sent(context.command(input.clientId, (tx) => removeLine(tx, input.lineId))))
}

export const incidentsHandlers = { ...incidents, ...log, ...freezes, ...kit }
