const one = { conversationId: 'x' }
const many = { conversationIds: ['x'] }

/** Input that is right in form for each operation of the inbox. */
export const inboxInputs: Record<string, Record<string, unknown>> = {
  'inbox.get': one,
  'inbox.capture': { network: 'instagram', text: 't' },
  'inbox.saveDraft': { ...one, text: 't' },
  'inbox.askApproval': one,
  'inbox.approveDraft': { ...one, text: 't', by: 'b' },
  'inbox.confirmSent': { ...one, text: 't' },
  'inbox.addNote': { ...one, text: 't' },
  'inbox.updateNote': { noteId: 'x', text: 't' },
  'inbox.removeNote': { noteId: 'x' },
  'inbox.choosePost': { ...one, variantId: null },
  'inbox.forgetPost': one,
  'inbox.assign': { ...many, assignee: 'a' },
  'inbox.snooze': { ...many, until: '2999-01-01T00:00:00.000Z' },
  'inbox.label': { ...many, add: ['l'] },
  'inbox.classify': { ...many, type: 'lead' },
  'inbox.see': one,
  'inbox.mark': { ...many, read: true },
  'inbox.close': { ...many, reason: 'r' },
  'inbox.hide': { ...many, reason: 'r' },
  'inbox.reopen': many,
  'inbox.keepEvidence': one,
  'inbox.previewImport': { files: ['x'] },
  'inbox.commitImport': { files: ['x'], expect: { added: 1 } }
}
