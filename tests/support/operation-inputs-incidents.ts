const one = { incidentId: 'x' }
const freeze = { freezeId: 'x' }

/** Input that is right in form for each operation of incidents. */
export const incidentInputs: Record<string, Record<string, unknown>> = {
  'incidents.get': one,
  'incidents.open': { title: 't', level: 1 },
  'incidents.update': { ...one, title: 't' },
  'incidents.setLevel': { ...one, level: 2 },
  'incidents.calm': one,
  'incidents.reopen': one,
  'incidents.close': one,
  'incidents.saveReview': { ...one, review: {} },
  'incidents.writeLearning': one,
  'incidents.addEntry': { ...one, text: 't' },
  'incidents.updateEntry': { entryId: 'x', text: 't' },
  'incidents.removeEntry': { entryId: 'x' },
  'incidents.addEvidence': { ...one, text: 't' },
  'incidents.freeze': one,
  'incidents.frozen': freeze,
  'incidents.decide': { ...freeze, items: [{ variantId: 'x', decision: 'dropped' }] },
  'incidents.endFreeze': freeze,
  'incidents.override': { variantIds: ['x'], reason: 'r' },
  'incidents.setPolicy': { text: 't' },
  'incidents.setLevels': { levels: null },
  'incidents.addContact': { name: 'n' },
  'incidents.updateContact': { contactId: 'x', role: 'r' },
  'incidents.moveContact': { contactId: 'x', beforeId: null },
  'incidents.removeContact': { contactId: 'x' },
  'incidents.addLines': { lines: [{ network: '', language: '', level: 1, text: 't' }] },
  'incidents.updateLine': { lineId: 'x', text: 't' },
  'incidents.removeLine': { lineId: 'x' },
  'incidents.print': one,
  'incidents.printed': { jobId: 'x' }
}
