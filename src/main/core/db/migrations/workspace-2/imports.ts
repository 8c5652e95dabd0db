import { loggedTable } from './logged-table'

/** What came in from files: each import, the row that each post was made of, and where a person said that columns go. */
export const importTables: readonly string[] = [
  ...loggedTable('import_batch', [
    'id TEXT NOT NULL PRIMARY KEY',
    "kind TEXT NOT NULL CHECK (kind IN ('schedule'))",
    'files_json TEXT NOT NULL',
    'added INTEGER NOT NULL',
    'changed INTEGER NOT NULL',
    'created_at TEXT NOT NULL'
  ]),
  ...loggedTable('import_row', [
    'id TEXT NOT NULL PRIMARY KEY',
    'import_id TEXT NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE',
    'post_id TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE',
    // What the row is known by when its file comes again.
    'row_key TEXT NOT NULL UNIQUE',
    'format TEXT NOT NULL',
    // The row as it was read, so that a later file changes only what it says otherwise.
    'values_json TEXT NOT NULL'
  ]),
  'CREATE INDEX import_row_import ON import_row (import_id)',
  'CREATE INDEX import_row_post ON import_row (post_id)',
  ...loggedTable('import_mapping', [
    'id TEXT NOT NULL PRIMARY KEY',
    'format TEXT NOT NULL',
    'header_key TEXT NOT NULL',
    'header TEXT NOT NULL',
    'target TEXT NOT NULL',
    'UNIQUE (format, header_key)'
  ])
]
