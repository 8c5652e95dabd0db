/** The screen of a page in the browser that has no session any more, or never had one. */
export const sessionEn = {
  'session.mode.browser': 'Browser',
  'session.mode.desktop': 'Desktop',
  'session.ended.title': 'This session has ended.',
  'session.missing.title': 'This tab has no session.',
  'session.used.title': 'This launch address was used already.',
  'session.closed.title': 'Greenroom is not running.',
  'session.attempts.title': 'Launch addresses are paused for a moment.',
  'session.ended.text': 'Greenroom was closed or started again since this tab was opened. Saved work is on the disk.',
  'session.missing.text': 'Greenroom runs in the browser here. For safety, each tab needs a launch address of its own, and this one was opened without.',
  'session.used.text': 'For safety, a launch address works once, in one tab.',
  'session.closed.text': 'The program behind this tab was closed, or it stopped after a time without a page. Saved work is on the disk. This tab goes on by itself when the program answers again.',
  'session.attempts.text': 'Somebody tried wrong addresses too often. Reload this tab in a minute.',
  'session.todo.title': 'To go on',
  'session.todo.start': 'Start Greenroom from its folder in a terminal:',
  'session.todo.enter': 'Or, where it still runs in a terminal, press Enter there for the address of another tab.',
  'session.todo.close': 'Then this tab can be closed.',
  'session.command': 'npm start'
} as const
