import type { Migration } from '../../migrate'
import { crisisTables } from './crisis'
import { careTables, inboxTables } from './inbox'
import { peopleTables } from './people'

/** Community: conversations, people and incidents. Frozen once shipped. */
export const workspace4: Migration = { version: 4, statements: [...inboxTables, ...careTables, ...peopleTables, ...crisisTables] }
