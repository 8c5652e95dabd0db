/** Words of the inbox over all clients, on Today and in notices. */
export const inboxAllScreenEn = {
  'inbox.all.title': 'All inboxes',
  'inbox.all.open': 'Open the conversation',
  'inbox.all.unread': 'The inbox of {name} could not be read. Its conversations are not in this list.',
  'inbox.all.more': 'The first {shown} of {n} conversation | The first {shown} of {n} conversations',
  'inbox.all.emptyText': 'Conversations of all clients are listed here in one order.',
  'inbox.today': 'Waiting for an answer',
  'inbox.today.unanswered': '{n} unanswered | {n} unanswered',
  'inbox.today.breached': '{n} over time | {n} over time',
  'inbox.today.near': '{n} near the end | {n} near the end',
  'inbox.near': '{n} conversation at {client} is near the end of its time | {n} conversations at {client} are near the end of their time',
  'inbox.near.show': 'Show'
} as const
