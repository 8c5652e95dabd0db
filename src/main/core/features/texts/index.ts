import { AppError } from '../../../../shared/errors/app-error'
import { normalizeHandle } from '../../../../shared/features/channels/handles'
import type { HandlePerson } from '../../../../shared/features/texts/texts.contract'
import { isBuiltIn } from '../../../../shared/features/texts/variables'
import type { CallContext } from '../../context'
import { os } from '../../router-base'
import { removeRow, saveNamedRow } from './named-rows.repository'
import { savePerson } from './people.repository'
import { listTexts } from './texts.queries'

export { saveNamedRow } from './named-rows.repository'
export { listPeople, savePerson } from './people.repository'
export { listTexts } from './texts.queries'

interface EntryInput {
  clientId: string
  entryId: string
}

async function remove(context: CallContext, { clientId, entryId }: EntryInput, table: Parameters<typeof removeRow>[1]) {
  await context.command(clientId, (tx) => removeRow(tx, table, entryId))
  return { ok: true as const }
}

/** The handles in the form they are kept in, the last one of a network; empty ones are left out. */
function normalized(handles: HandlePerson['handles']): HandlePerson['handles'] {
  const kept = new Map<HandlePerson['handles'][number]['network'], string>()
  for (const { network, handle: text } of handles) {
    const handle = normalizeHandle(network, text, 'person')
    if (handle === undefined) throw new AppError('validation.handle', { handle: text, network })
    if (handle !== '') kept.set(network, handle)
  }
  return [...kept].map(([network, handle]) => ({ network, handle }))
}

const withSigns = (tags: readonly string[]): string[] => [...new Set(tags.map((tag) => `#${tag.replace(/^#+/, '')}`))].filter((tag) => tag !== '#')

export const textsHandlers = {
  list: os.texts.list.handler(async ({ input, context }) => listTexts((await context.workspace(input.clientId)).reader)),
  savePerson: os.texts.savePerson.handler(async ({ input: { clientId, id, name, note, handles }, context }) => {
    const person = { id: id ?? context.core.newId(), name, note, handles: normalized(handles) }
    await context.command(clientId, (tx) => savePerson(tx, person, id !== undefined, context.core.newId), { data: { name } })
    return person
  }),
  removePerson: os.texts.removePerson.handler(({ input, context }) => remove(context, input, 'handle_person')),
  saveHashtagSet: os.texts.saveHashtagSet.handler(async ({ input: { clientId, id, name, network, tags }, context }) => {
    const set = { id: id ?? context.core.newId(), name, network, tags: withSigns(tags) }
    const row = { id: set.id, name, network, tags_json: JSON.stringify(set.tags) }
    await context.command(clientId, (tx) => saveNamedRow(tx, 'hashtag_set', row, id !== undefined), { data: { name } })
    return set
  }),
  removeHashtagSet: os.texts.removeHashtagSet.handler(({ input, context }) => remove(context, input, 'hashtag_set')),
  saveSnippet: os.texts.saveSnippet.handler(async ({ input: { clientId, id, name, network, text }, context }) => {
    const snippet = { id: id ?? context.core.newId(), name, network, text }
    await context.command(clientId, (tx) => saveNamedRow(tx, 'snippet', snippet, id !== undefined), { data: { name } })
    return snippet
  }),
  removeSnippet: os.texts.removeSnippet.handler(({ input, context }) => remove(context, input, 'snippet')),
  saveVariable: os.texts.saveVariable.handler(async ({ input: { clientId, id, name, value }, context }) => {
    if (isBuiltIn(name)) throw new AppError('conflict.name-in-use', { name })
    const variable = { id: id ?? context.core.newId(), name, value }
    await context.command(clientId, (tx) => saveNamedRow(tx, 'client_variable', variable, id !== undefined), { data: { name } })
    return variable
  }),
  removeVariable: os.texts.removeVariable.handler(({ input, context }) => remove(context, input, 'client_variable')),
  saveTemplate: os.texts.saveTemplate.handler(async ({ input: { clientId, id, name, parts }, context }) => {
    const template = { id: id ?? context.core.newId(), name, parts }
    const row = { id: template.id, name, body_json: JSON.stringify({ parts }) }
    await context.command(clientId, (tx) => saveNamedRow(tx, 'post_template', row, id !== undefined), { data: { name } })
    return template
  }),
  removeTemplate: os.texts.removeTemplate.handler(({ input, context }) => remove(context, input, 'post_template'))
}
