import { allPlacements, channelCatalog } from '../../../../shared/channels/catalog'
import { isImagePlacement } from '../../../../shared/media/settings'
import { os } from '../../router-base'
import { accountsHandlers } from './accounts.handlers'

export { type Account, getAccount, getChannel, insertAccount, listChannels } from './accounts.repository'
export { listSlots, replaceSlots } from './slots.repository'
export { listVoices } from './voices.repository'

export const channelsHandlers = {
  ...accountsHandlers,
  getCatalog: os.channels.getCatalog.handler(() => channelCatalog),
  listPlacements: os.channels.listPlacements.handler(({ input }) => {
    const words = (input.search ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    const placements = allPlacements().filter((placement) => {
      const text = `${placement.id} ${placement.name} ${placement.network} ${placement.kind} ${placement.width}x${placement.height}`.toLowerCase()
      return (
        (!input.network || placement.network === input.network) &&
        (!input.kind || placement.kind === input.kind) &&
        (!input.scope || placement.scope === input.scope) &&
        (!input.images || isImagePlacement(placement)) &&
        words.every((word) => text.includes(word))
      )
    })
    return { version: channelCatalog.generatedOn, placements }
  })
}
