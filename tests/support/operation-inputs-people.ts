const one = { personId: 'x' }
const somebody = { person: one }
const outreach = { doneOn: '2026-11-20', kind: 'shared' }

/** Input that is right in form for each operation of people. */
export const peopleInputs: Record<string, Record<string, unknown>> = {
  'people.get': somebody,
  'people.history': somebody,
  'people.update': { ...one, notes: 'n' },
  'people.remove': one,
  'people.label': { people: [one], add: ['fan'] },
  'people.addHandle': { ...one, network: 'x', handle: '@h' },
  'people.removeHandle': { handleId: 'x' },
  'people.merge': { survivor: one, others: [{ personId: 'y' }] },
  'people.unmerge': { mergeId: 'x' },
  'people.split': { ...one, handleIds: ['x'] },
  'people.keepApart': { one, other: { personId: 'y' } },
  'people.topFans': { fromDay: '2026-01-01', toDay: '2026-12-31' },
  'people.addOutreach': { ...somebody, ...outreach },
  'people.updateOutreach': { outreachId: 'x', ...outreach },
  'people.removeOutreach': { outreachId: 'x' },
  'people.export': somebody,
  'people.exportReport': { jobId: 'x' },
  'people.previewErase': somebody,
  'people.erase': { ...somebody, confirmName: 'x' }
}
