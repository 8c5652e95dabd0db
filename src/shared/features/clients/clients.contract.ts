import { z } from 'zod'
import { clientOperation, clientScope, done, id, instant, operation } from '../../contract/base'

export const hexColor = z.string().regex(/^#[0-9a-f]{6}$/i)
export const clientName = z.string().trim().min(1).max(120)
export const weekStart = z.enum(['monday', 'sunday', 'saturday'])
/** BCP 47 tags of the languages the client publishes in, first one first: `nb`, `en-GB`. */
export const languages = z.array(z.string().min(2).max(35)).min(1).max(12)

export const clientSummary = z.object({
  id,
  name: z.string(),
  color: z.string(),
  /** Address of the logo, or null: the switcher then shows initials on the color. */
  logoUrl: z.string().nullable(),
  zone: z.string(),
  languages: z.array(z.string()),
  weekStart,
  pinned: z.boolean(),
  archivedAt: instant.nullable(),
  createdAt: instant,
  openedAt: instant.nullable()
})
export type ClientSummary = z.infer<typeof clientSummary>

export const removedClient = z.object({ id, name: z.string(), color: z.string(), removedAt: instant, purgeAt: instant })
export type RemovedClient = z.infer<typeof removedClient>

export const foundFolder = z.object({
  token: z.string(),
  label: z.string(),
  name: z.string(),
  /** True when a client with the same workspace id is already in the list. */
  known: z.boolean()
})

const profile = {
  name: clientName,
  color: hexColor,
  zone: z.string().min(1).max(64),
  languages,
  weekStart
}

export const clientsContract = {
  list: operation('query')
    .input(z.object({ includeArchived: z.boolean().default(true) }).default({ includeArchived: true }))
    .output(z.object({ clients: z.array(clientSummary) })),
  get: operation('query', 'not-found.client').input(clientScope).output(clientSummary),
  /** Makes the folder, the workspace file and the entry in the list. */
  create: operation('command', 'validation.zone', 'validation.name-taken', 'unavailable.disk')
    .input(
      z.object({
        name: clientName,
        color: hexColor.optional(),
        zone: z.string().optional(),
        languages: languages.optional(),
        weekStart: weekStart.optional()
      })
    )
    .output(clientSummary),
  /** Makes the demo client with its photographs, or finds the one made before. */
  addDemo: operation('host', 'not-found.file', 'unavailable.disk', 'conflict.client-archived', 'conflict.workspace-locked').output(
    z.object({
      client: clientSummary,
      /** `added` is false for a photograph that was in the library already. */
      photographs: z.array(z.object({ slug: z.string(), assetId: id, added: z.boolean() })),
      /** What was planned just now; zeros for a client that has a plan already. */
      planned: z.object({ posts: z.int(), channels: z.int(), campaigns: z.int() }),
      /**
       * Figures of the quarter before, and the posts that they are about, just now; zeros where they were there already. `folder`
       * is where the files of the networks lie.
       */
      measured: z.object({ posts: z.int(), files: z.int(), rows: z.int(), sure: z.int(), doubtful: z.int(), folder: z.string() }),
      /** A month of conversations just now; zeros where they were there already. `folder` is where the archives and mails lie. */
      community: z.object({ conversations: z.int(), messages: z.int(), people: z.int(), folder: z.string() })
    })
  ),
  update: clientOperation('command', 'validation.zone', 'validation.name-taken', 'conflict.client-archived')
    .input(clientScope.extend(z.object(profile).partial().shape))
    .output(clientSummary),
  /** `fileToken` null takes the logo away. */
  setLogo: clientOperation('command', 'not-found.file-token', 'unsupported.logo', 'conflict.client-archived')
    .input(clientScope.extend({ fileToken: z.string().nullable() }))
    .output(clientSummary),
  pin: operation('command', 'not-found.client')
    .input(clientScope.extend({ pinned: z.boolean() }))
    .output(clientSummary),
  /** Opens the workspace, takes its lock and notes the time; answers with the profile as the workspace has it. */
  open: clientOperation('host').input(clientScope).output(clientSummary),
  archive: clientOperation('command').input(clientScope).output(clientSummary),
  restore: clientOperation('command').input(clientScope).output(clientSummary),
  /** Moves the client's folder to the recoverable place; `confirmName` must be the name as shown. */
  remove: clientOperation('command', 'validation.confirm-name')
    .input(clientScope.extend({ confirmName: z.string() }))
    .output(done),
  listRemoved: operation('query').output(z.object({ clients: z.array(removedClient) })),
  recover: operation('command', 'not-found.client').input(clientScope).output(clientSummary),
  /** Workspace folders lying in the app's `incoming` folder, ready to be opened. */
  findFolders: operation('query').output(z.object({ folder: z.string(), found: z.array(foundFolder) })),
  /** Takes a workspace folder copied from elsewhere into the list; the folder is copied, the source stays. */
  adopt: operation(
    'command',
    'not-found.file-token',
    'conflict.not-a-workspace',
    'conflict.newer-workspace',
    'conflict.client-exists',
    'conflict.workspace-locked',
    'corrupt.workspace',
    'unavailable.disk'
  )
    .input(z.object({ token: z.string() }))
    .output(clientSummary),
  /** Integrity of the database and of every original against its hash. */
  check: clientOperation('query').input(clientScope).output(
    z.object({
      ok: z.boolean(),
      database: z.object({ integrity: z.array(z.string()), foreignKeys: z.int(), schemaVersion: z.int() }),
      originals: z.object({
        checked: z.int(),
        bytes: z.int(),
        missing: z.array(z.object({ assetId: id, fileName: z.string() })),
        damaged: z.array(z.object({ assetId: id, fileName: z.string() }))
      })
    })
  )
}
