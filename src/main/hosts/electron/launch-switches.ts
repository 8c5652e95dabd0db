/** Switches that would open the packaged app to other programs or take its walls down. */
const REFUSED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'inspect-wait',
  'debug-port',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'disable-site-isolation-trials',
  'ignore-certificate-errors',
  'user-script',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'log-net-log'
]

/** Names of refused switches on a command line, without values: `['--inspect=9229']` gives `['inspect']`. */
export function refusedSwitches(args: readonly string[]): string[] {
  return args.flatMap((arg) => {
    // Chromium also takes one dash, and on Windows a slash.
    const name = /^(?:--?|\/)([a-z][a-z-]*)(?:=|$)/i.exec(arg)?.[1]?.toLowerCase()
    return name !== undefined && REFUSED.includes(name) ? [name] : []
  })
}

/** What of a command line names files: no switches, not the program, and not the app's own folder while it is developed. */
export function namedFiles(args: readonly string[], isPackaged: boolean): string[] {
  const named = args.slice(1).filter((arg) => arg !== '' && !arg.startsWith('-'))
  return isPackaged ? named : named.slice(1)
}
