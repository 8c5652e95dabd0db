/** The screen of a page in the browser that has no session any more, or never had one. */
export const sessionEn = {
  'session.mode.browser': 'Browser',
  'session.ended.title': 'This session has ended.',
  'session.missing.title': 'This tab has no session.',
  'session.used.title': 'This launch address was used already.',
  'session.closed.title': 'Greenroom is not running.',
  'session.attempts.title': 'Launch addresses are paused for a moment.',
  'session.ended.text': 'Greenroom was closed or started again since this tab was opened. Saved work is on the disk.',
  'session.missing.text': 'Greenroom runs in the browser here. For safety, each tab needs a launch address of its own, and this one was opened without.',
  'session.used.text': 'For safety, a launch address works once, in one tab.',
  'session.closed.text': 'The program behind this tab was closed, or it stopped after a time without a page. Saved work is on the disk. This tab goes on by itself when the program answers again.',
  'session.attempts.text': 'Wrong addresses were tried too often. In a minute, a new launch address works again.',
  'session.todo.title': 'To go on',
  'session.todo.enter': 'In the terminal that Greenroom runs in, press Enter for a new launch address, and open that.',
  'session.todo.orStart': 'Where it does not run any more, start it from its folder:',
  'session.todo.start': 'Start Greenroom from its folder in a terminal:',
  'session.todo.close': 'This tab can be closed then.',
  'session.command': 'npm start'
} as const
