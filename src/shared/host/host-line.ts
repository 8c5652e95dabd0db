import { z } from 'zod'
import { dueTarget } from './due-target'

/**
 * What a window of the desktop app and its page tell each other beside the operations: a second MessagePort that the
 * preload hands over with the first. The loopback host has no such line.
 */

/** What the menu asks of the page. */
export const hostCommand = z.enum(['undo', 'redo', 'new-client', 'palette', 'search', 'shortcuts', 'settings', 'sidebar', 'inspector'])
export type HostCommand = z.infer<typeof hostCommand>

/** A file or folder that the person opened with the app; the token stands for its path. */
export const openedFile = z.object({ token: z.string(), name: z.string(), kind: z.enum(['file', 'folder']) })
export type OpenedFile = z.infer<typeof openedFile>

export const hostMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('command'), command: hostCommand }),
  z.object({ type: z.literal('opened'), files: z.array(openedFile) }),
  /** A notice was clicked. */
  z.object({ type: z.literal('due'), target: dueTarget })
])
export type HostMessage = z.infer<typeof hostMessage>

/** The page answers a command `undo` or `redo` with `edit` when the focus is in a text field. */
export const pageMessage = z.discriminatedUnion('type', [z.object({ type: z.literal('edit'), edit: z.enum(['undo', 'redo']) })])
export type PageMessage = z.infer<typeof pageMessage>

/** What comes with the ports on the connect channel. */
export const connectRequest = z.strictObject({ version: z.literal(1) })

export { APP_ORIGIN, APP_SCHEME, CONNECT_CHANNEL, PORT_MESSAGE } from './host-address'
