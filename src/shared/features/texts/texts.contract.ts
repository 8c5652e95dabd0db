import { z } from 'zod'
import { networkIdSchema } from '../../channels/catalog.schema'
import { clientOperation, clientScope, done, id } from '../../contract/base'
import { hashtags } from '../channels/accounts.schema'

const name = z.string().trim().min(1).max(120)
/** Null: for every network. */
const network = networkIdSchema.nullable()

/** A person and what the person is called on each network. */
export const handlePerson = z.object({
  id,
  name: z.string(),
  note: z.string(),
  handles: z.array(z.object({ network: networkIdSchema, handle: z.string() }))
})
export type HandlePerson = z.infer<typeof handlePerson>

/** Tags with their `#`. */
export const hashtagSet = z.object({ id, name: z.string(), network, tags: z.array(z.string()) })
export type HashtagSet = z.infer<typeof hashtagSet>

export const snippet = z.object({ id, name: z.string(), network, text: z.string() })
export type Snippet = z.infer<typeof snippet>

/** Written `{name}` in texts. */
export const clientVariable = z.object({ id, name: z.string(), value: z.string() })
export type ClientVariable = z.infer<typeof clientVariable>

/** A locked part stays as it is when a post is written from the template. Blanks are written `[[what belongs here]]`. */
export const templatePart = z.object({ label: z.string().trim().max(80).default(''), text: z.string().max(20_000), locked: z.boolean().default(false) })
export const postTemplate = z.object({ id, name: z.string(), parts: z.array(templatePart) })
export type TemplatePart = z.infer<typeof templatePart>
export type PostTemplate = z.infer<typeof postTemplate>

const entry = clientScope.extend({ entryId: id })
const saving = ['not-found.entry', 'conflict.name-in-use', 'conflict.client-archived'] as const
const removal = () => clientOperation('command', 'not-found.entry', 'conflict.client-archived').input(entry).output(done)
/** Saves without an id are new entries. */
const saveInput = clientScope.extend({ id: id.optional(), name })

export const textsContract = {
  /** All that is kept for use again, each list by name. */
  list: clientOperation('query').input(clientScope).output(
    z.object({
      people: z.array(handlePerson),
      hashtagSets: z.array(hashtagSet),
      snippets: z.array(snippet),
      variables: z.array(clientVariable),
      templates: z.array(postTemplate)
    })
  ),
  /** Handles are names with or without their sign, or addresses of pages; an empty one is left out. */
  savePerson: clientOperation('command', 'validation.handle', 'not-found.entry', 'conflict.client-archived')
    .input(
      saveInput.extend({
        note: z.string().max(5000).default(''),
        handles: z.array(z.object({ network: networkIdSchema, handle: z.string().trim().max(300) })).max(50).default([])
      })
    )
    .output(handlePerson),
  removePerson: removal(),
  saveHashtagSet: clientOperation('command', ...saving).input(saveInput.extend({ network: network.default(null), tags: hashtags })).output(hashtagSet),
  removeHashtagSet: removal(),
  saveSnippet: clientOperation('command', ...saving)
    .input(saveInput.extend({ network: network.default(null), text: z.string().max(20_000) }))
    .output(snippet),
  removeSnippet: removal(),
  /** A name that every client has anyway (`client`, `channel`, `handle`, `link`) is in use. */
  saveVariable: clientOperation('command', ...saving)
    .input(saveInput.extend({ name: z.string().trim().regex(/^[\p{L}\p{N}_-]{1,60}$/u), value: z.string().max(5000) }))
    .output(clientVariable),
  removeVariable: removal(),
  saveTemplate: clientOperation('command', ...saving).input(saveInput.extend({ parts: z.array(templatePart).max(50) })).output(postTemplate),
  removeTemplate: removal()
}
