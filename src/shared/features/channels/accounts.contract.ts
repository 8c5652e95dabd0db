import { z } from 'zod'
import { networkIdSchema } from '../../channels/catalog.schema'
import { clientOperation, clientScope, done, id } from '../../contract/base'
import { channel, channelFields, channelSlot, channelVoice, slotInput, tone } from './accounts.schema'

const { name, ...further } = channelFields
const channelScope = clientScope.extend({ channelId: id })
const writing = ['not-found.channel', 'validation.handle', 'validation.link', 'validation.zone', 'conflict.client-archived'] as const

/** The channels of a client: its accounts on the networks. */
export const accountsContract = {
  /** In the order of their position; archived ones last, and only when asked for. */
  list: clientOperation('query')
    .input(clientScope.extend({ includeArchived: z.boolean().default(true) }))
    .output(z.object({ channels: z.array(channel) })),
  /** Without a name it takes its handle, else the name of the network. A link follows from the handle unless one is given. */
  create: clientOperation('command', 'validation.handle', 'validation.link', 'validation.zone', 'conflict.client-archived')
    .input(clientScope.extend(z.object({ name, ...further }).partial().shape).extend({ network: networkIdSchema }))
    .output(channel),
  /** Changes what is named. A link that followed from the handle goes on following it. */
  update: clientOperation('command', ...writing).input(channelScope.extend(z.object({ name, ...further }).partial().shape)).output(channel),
  /** All ids in their new order; those left out keep theirs, behind. */
  reorder: clientOperation('command', 'not-found.channel', 'conflict.client-archived')
    .input(clientScope.extend({ ids: z.array(id).min(1).max(500) }))
    .output(done),
  /** No longer offered for new posts; what was planned stays. */
  archive: clientOperation('command', 'not-found.channel', 'conflict.client-archived').input(channelScope).output(channel),
  restore: clientOperation('command', 'not-found.channel', 'conflict.client-archived').input(channelScope).output(channel),
  /** Refused while posts go out on it, those in the trash among them. */
  remove: clientOperation('command', 'not-found.channel', 'conflict.in-use', 'conflict.client-archived').input(channelScope).output(done),
  /** All posting slots of the channel; the same weekday and time twice is one slot. */
  setSlots: clientOperation('command', 'not-found.channel', 'not-found.pillar', 'conflict.client-archived')
    .input(channelScope.extend({ slots: z.array(slotInput).max(500) }))
    .output(z.object({ slots: z.array(channelSlot) })),
  /** Without an id it is a new one. */
  saveVoice: clientOperation('command', 'not-found.channel', 'not-found.entry', 'conflict.name-in-use', 'conflict.client-archived')
    .input(channelScope.extend({ voiceId: id.optional(), name: z.string().trim().min(1).max(80), tone: tone.prefault({}), signature: z.string().max(5000).default('') }))
    .output(channelVoice),
  removeVoice: clientOperation('command', 'not-found.entry', 'conflict.client-archived')
    .input(clientScope.extend({ voiceId: id }))
    .output(done)
}
