/** Names that the main process, the preload script and the page agree on. Apart from the schemas, to keep the preload small. */

/** The page's address in the desktop app. */
export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://greenroom'

/** The channel on which a page's ports reach the main process. */
export const CONNECT_CHANNEL = 'greenroom:connect'

/** Type of the window message that carries the page's ends: `ports[0]` operations, `ports[1]` the host line. */
export const PORT_MESSAGE = 'greenroom:port'
