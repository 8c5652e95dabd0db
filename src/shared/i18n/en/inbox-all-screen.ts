/** Words of the inbox over all clients, on Today and in notices. */
export const inboxAllScreenEn = {
  'inbox.all.title': 'All inboxes',
  'inbox.all.total': '{count} conversation | {count} conversations',
  'inbox.all.open': 'Open the conversation',
  'inbox.all.unread': 'The inbox of {name} could not be read. Its conversations are not in this list.',
  'inbox.all.more': 'The first {shown} of {n} conversation | The first {shown} of {n} conversations',
  'inbox.all.emptyText': 'Conversations of all clients are listed here in one order.',
  'inbox.today': 'Waiting for an answer',
  'inbox.today.unanswered': '{n} unanswered | {n} unanswered',
  'inbox.today.breached': '{n} over time | {n} over time',
  'inbox.today.near': '{n} near the end | {n} near the end',
  'inbox.notice.near': '{n} answer is due soon | {n} answers are due soon',
  'inbox.notice.late': '{n} answer is past its time | {n} answers are past their time',
  'inbox.notice.for': '{text}, for {owner}',
  'inbox.notice.one.near': 'Answer due soon: {client}, {network}',
  'inbox.notice.one.late': 'Answer past its time: {client}, {network}',
  'inbox.notice.owner': 'for {owner}',
  'inbox.notice.seeInbox': 'The inbox lists them, nearest to the end of their time first.',
  'inbox.near.show': 'Show'
} as const
