export { connectApi, provideConnection, subscribeEvents, uploadFile, useApi, useConnection } from './current'
export { appErrorOf } from './app-error-of'
export { mediaUrl } from './media-url'
export type { Connection, ConnectionState, SessionEnd, UploadOptions } from './connection.types'
