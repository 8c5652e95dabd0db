import { changeLogTables, logChanges } from '../change-log'
import type { Migration } from '../migrate'

/** The list of clients, and what the app remembers for the person. Frozen once shipped. */
export const catalog1: Migration = {
  version: 1,
  statements: [
    ...changeLogTables,
    `CREATE TABLE client_entry (
      id TEXT NOT NULL PRIMARY KEY,
      pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
      removed_at TEXT,
      added_at TEXT NOT NULL
    ) STRICT`,
    ...logChanges('client_entry', ['id', 'pinned', 'removed_at', 'added_at']),
    // A copy of each workspace's own profile, so that the list needs no workspace opened. Not in the change log.
    `CREATE TABLE client_profile_copy (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      color TEXT NOT NULL,
      zone TEXT NOT NULL,
      languages_json TEXT NOT NULL,
      week_start TEXT NOT NULL,
      logo_file TEXT,
      archived_at TEXT,
      created_at TEXT NOT NULL,
      opened_at TEXT
    ) STRICT`,
    'CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value_json TEXT NOT NULL) STRICT'
  ]
}
