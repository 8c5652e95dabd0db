import { loggedTable } from './logged-table'

/** The client's own days and the views that people keep. */
export const calendarTables: readonly string[] = [
  ...loggedTable('client_date', [
    'id TEXT NOT NULL PRIMARY KEY',
    'name TEXT NOT NULL',
    'starts_on TEXT NOT NULL',
    'ends_on TEXT NOT NULL',
    'yearly INTEGER NOT NULL CHECK (yearly IN (0, 1))',
    'color TEXT NOT NULL',
    'note TEXT NOT NULL',
    'CHECK (starts_on <= ends_on)'
  ]),
  'CREATE INDEX client_date_days ON client_date (starts_on, ends_on)',
  ...loggedTable('saved_view', [
    'id TEXT NOT NULL PRIMARY KEY',
    'name TEXT NOT NULL UNIQUE COLLATE NOCASE',
    'query_json TEXT NOT NULL',
    'position INTEGER NOT NULL'
  ])
]
