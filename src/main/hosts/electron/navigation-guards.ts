import type { App, WebContents } from 'electron'

/**
 * Our page never leaves its address (the router keeps to the part after `#`), so every navigation that a page can start
 * is stopped. `loadURL` and reloads from the menu do not pass here.
 */
function holdInPlace(contents: WebContents): void {
  const stop = (event: { preventDefault(): void }) => event.preventDefault()
  contents.on('will-navigate', stop)
  contents.on('will-redirect', stop)
  contents.on('will-frame-navigate', stop)
  contents.on('will-attach-webview', stop)
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Holds whatever shows a page, also what a part of Electron might create one day. */
export function guardNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => holdInPlace(contents))
}
