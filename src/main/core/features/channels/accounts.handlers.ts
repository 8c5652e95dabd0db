import { findNetwork } from '../../../../shared/channels/catalog'
import { playbook } from '../../../../shared/features/channels/accounts.schema'
import type { Channel } from '../../../../shared/features/channels/accounts.schema'
import type { CallContext } from '../../context'
import { os } from '../../router-base'
import { changedAccount } from './account-rules'
import { type Account, getAccount, getChannel, insertAccount, listChannels, nextPosition, removeAccount, reorderChannels, updateAccount } from './accounts.repository'
import { listSlots, replaceSlots } from './slots.repository'
import { removeVoice, saveVoice } from './voices.repository'

async function change(context: CallContext, clientId: string, channelId: string, apply: (account: Account) => Account): Promise<Channel> {
  return context.command(clientId, async (tx) => {
    await updateAccount(tx, apply(await getAccount(tx, channelId)))
    return getChannel(tx, channelId)
  })
}

export const accountsHandlers = {
  list: os.channels.list.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    return { channels: await listChannels(reader, input.includeArchived) }
  }),
  create: os.channels.create.handler(async ({ input: { clientId, network, ...fields }, context }) => {
    const empty: Account = {
      id: context.core.newId(), network, name: '', handle: '', link: '', owner: '', zone: null, language: '', postsPerWeek: null,
      playbook: playbook.parse({}), defaultHashtags: [], signature: '', position: 0, archivedAt: null, createdAt: context.core.now()
    }
    const account = changedAccount(empty, fields)
    account.name ||= account.handle || (findNetwork(network)?.name ?? network)
    await context.command(clientId, async (tx) => insertAccount(tx, { ...account, position: await nextPosition(tx) }), { data: { name: account.name } })
    return getChannel((await context.workspace(clientId)).reader, account.id)
  }),
  update: os.channels.update.handler(({ input: { clientId, channelId, ...fields }, context }) =>
    change(context, clientId, channelId, (account) => changedAccount(account, fields))
  ),
  reorder: os.channels.reorder.handler(async ({ input, context }) => {
    await context.command(input.clientId, (tx) => reorderChannels(tx, input.ids))
    return { ok: true as const }
  }),
  archive: os.channels.archive.handler(({ input, context }) =>
    change(context, input.clientId, input.channelId, (account) => ({ ...account, archivedAt: account.archivedAt ?? context.core.now() }))
  ),
  restore: os.channels.restore.handler(({ input, context }) =>
    change(context, input.clientId, input.channelId, (account) => ({ ...account, archivedAt: null }))
  ),
  remove: os.channels.remove.handler(async ({ input, context }) => {
    await context.command(input.clientId, async (tx) => removeAccount(tx, await getAccount(tx, input.channelId)))
    return { ok: true as const }
  }),
  setSlots: os.channels.setSlots.handler(async ({ input, context }) => ({
    slots: await context.command(input.clientId, async (tx) => {
      await getAccount(tx, input.channelId)
      await replaceSlots(tx, input.channelId, input.slots, context.core.newId)
      return listSlots(tx, input.channelId)
    })
  })),
  saveVoice: os.channels.saveVoice.handler(async ({ input: { clientId, voiceId, ...fields }, context }) => {
    const voice = { id: voiceId ?? context.core.newId(), ...fields }
    await context.command(clientId, async (tx) => {
      await getAccount(tx, voice.channelId)
      await saveVoice(tx, voice, voiceId !== undefined)
    })
    return voice
  }),
  removeVoice: os.channels.removeVoice.handler(async ({ input, context }) => {
    await context.command(input.clientId, (tx) => removeVoice(tx, input.voiceId))
    return { ok: true as const }
  })
}
