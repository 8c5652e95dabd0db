import type { Migration } from '../../migrate'
import { figureTables } from './figures'
import { measuringTables } from './measuring'
import { reportTables } from './reports'

/** Measuring: figures of the networks, goals, learnings and reports. Frozen once shipped. */
export const workspace3: Migration = { version: 3, statements: [...figureTables, ...measuringTables, ...reportTables] }
