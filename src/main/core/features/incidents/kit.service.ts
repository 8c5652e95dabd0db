import type { AppInputs, AppOutputs } from '../../../../shared/contract'
import type { CrisisContact } from '../../../../shared/features/incidents/incidents.schema'
import { crisisLanguage, crisisTexts } from '../../../../shared/features/incidents/texts/crisis-texts'
import type { CallContext } from '../../context'
import { getWorkspaceSetting, putWorkspaceSetting } from '../workspace-settings'
import { insertContact, insertLines, listContacts, listLines } from './kit.repository'

type Inputs = AppInputs['incidents']

/** What is prepared, and what is offered where nothing is. */
export async function readKit(context: CallContext, clientId: string): Promise<AppOutputs['incidents']['kit']> {
  const workspace = await context.workspace(clientId)
  const { reader } = workspace
  const language = crisisLanguage((await workspace.profile()).languages)
  const texts = crisisTexts[language]
  const levels = await getWorkspaceSetting(reader, 'crisis.levels')
  return {
    policy: (await getWorkspaceSetting(reader, 'care.policy')) ?? '',
    levels: levels ?? [...texts.levels],
    levelsOwn: levels !== undefined,
    contacts: await listContacts(reader),
    lines: await listLines(reader),
    language,
    policyTemplate: texts.policy,
    starterLines: texts.lines.flatMap((lines, index) => lines.map((text) => ({ network: '', language, level: index + 1, text })))
  }
}

export const setPolicy = (context: CallContext, { clientId, text }: Inputs['setPolicy']): Promise<void> =>
  context.command(clientId, (tx) => putWorkspaceSetting(tx, 'care.policy', text.trim() === '' ? undefined : text), { merge: 'crisis policy' })

export const setLevels = (context: CallContext, { clientId, levels }: Inputs['setLevels']): Promise<void> =>
  context.command(clientId, (tx) => putWorkspaceSetting(tx, 'crisis.levels', levels ?? undefined), { merge: 'crisis levels' })

export function addContact(context: CallContext, { clientId, name, role = '', phone = '', email = '', maySpeak = false, reachable = '' }: Inputs['addContact']): Promise<CrisisContact> {
  const contact = { id: context.core.newId(), name, role, phone, email, maySpeak, reachable }
  return context.command(clientId, async (tx) => {
    await insertContact(tx, contact)
    return contact
  })
}

export function addLines(context: CallContext, { clientId, lines }: Inputs['addLines']): Promise<{ lineIds: string[] }> {
  const rows = lines.map((line) => ({ ...line, id: context.core.newId() }))
  return context.command(
    clientId,
    async (tx) => {
      await insertLines(tx, rows)
      return { lineIds: rows.map(({ id }) => id) }
    },
    { data: { count: rows.length } }
  )
}
