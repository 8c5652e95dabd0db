import type { Migration } from '../../migrate'
import { calendarTables } from './calendar'
import { campaignTables } from './campaigns'
import { channelTables } from './channels'
import { checkTables } from './checks'
import { importTables } from './imports'
import { mediaTables } from './media'
import { postTables } from './posts'
import { textTables } from './texts'

/** Planning: channels, posts, campaigns and the calendar. Frozen once shipped. */
export const workspace2: Migration = {
  version: 2,
  statements: [...channelTables, ...textTables, ...campaignTables, ...postTables, ...calendarTables, ...importTables, ...checkTables, ...mediaTables]
}
