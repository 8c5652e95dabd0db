import type { App } from 'electron'

/** Writing ends long before; this is for a disk that does not answer. */
const LONGEST_CLOSE = 20_000

/** Holds the app's end back until the core has closed its databases and child processes. */
export function closeBeforeQuit(app: App, close: () => Promise<void>): void {
  let state: 'running' | 'closing' | 'closed' = 'running'
  app.on('will-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    const limit = setTimeout(() => app.exit(1), LONGEST_CLOSE)
    close().then(
      () => {
        clearTimeout(limit)
        state = 'closed'
        app.quit()
      },
      () => app.exit(1)
    )
  })
}
