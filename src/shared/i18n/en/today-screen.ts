/** Words of Today, over all clients. */
export const todayScreenEn = {
  'today.title': 'Today',
  'today.failed': 'Today could not be read.',
  'today.unread': '{name} could not be read. Its posts are not in this list.',
  'today.empty': 'Nothing waits today',
  'today.emptyText': 'Posts that are due, overdue or wait for review are listed here, over all clients.',
  'today.section.overdue': 'Overdue',
  'today.section.due': 'Due now',
  'today.section.later': 'Later today',
  'today.section.review': 'Waiting for review',
  'today.section.tomorrow': 'Tomorrow',
  'today.noTime': 'No time yet',
  'today.handOver': 'Hand over',
  'today.refresh': 'Read again',
  'today.snooze': 'Remind later',
  'today.snooze.10-minutes': 'Remind in 10 minutes',
  'today.snooze.1-hour': 'Remind in an hour',
  'today.snooze.tomorrow': 'Remind tomorrow at 09:00',
  'today.awake': 'Do not hold the reminder back',
  'today.snoozedUntil': 'until {time}',
  'today.done.snoozed': 'Reminder held back',
  'today.done.awake': 'Reminder no longer held back'
} as const
