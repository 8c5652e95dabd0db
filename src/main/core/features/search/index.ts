import { os } from '../../router-base'
import { searchEverywhere } from './search.service'

export const searchHandlers = {
  everywhere: os.search.everywhere.handler(({ input, context }) => searchEverywhere(context.core, input, context.signal))
}
