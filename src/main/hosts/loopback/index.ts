export { createLoopbackHost, type LoopbackHost, type LoopbackOptions } from './loopback-host'
export { openInBrowser } from './open-browser'
export { serveLoopback, type ServeOptions } from './serve'
export { runLoopback } from './run'
