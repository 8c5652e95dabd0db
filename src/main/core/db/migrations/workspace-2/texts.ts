import { loggedTable } from './logged-table'

/** Words kept for use again: the handle book, hashtag sets, snippets, client variables and templates. */
export const textTables: readonly string[] = [
  ...loggedTable('handle_person', ['id TEXT NOT NULL PRIMARY KEY', 'name TEXT NOT NULL COLLATE NOCASE', 'note TEXT NOT NULL']),
  ...loggedTable('handle_entry', [
    'id TEXT NOT NULL PRIMARY KEY',
    'person_id TEXT NOT NULL REFERENCES handle_person (id) ON DELETE CASCADE',
    'network TEXT NOT NULL',
    'handle TEXT NOT NULL',
    'UNIQUE (person_id, network)'
  ]),
  ...loggedTable('hashtag_set', [
    'id TEXT NOT NULL PRIMARY KEY',
    'name TEXT NOT NULL UNIQUE COLLATE NOCASE',
    // Null: for every network.
    'network TEXT',
    'tags_json TEXT NOT NULL'
  ]),
  ...loggedTable('snippet', [
    'id TEXT NOT NULL PRIMARY KEY',
    'name TEXT NOT NULL UNIQUE COLLATE NOCASE',
    'network TEXT',
    'text TEXT NOT NULL'
  ]),
  ...loggedTable('client_variable', [
    'id TEXT NOT NULL PRIMARY KEY',
    'name TEXT NOT NULL UNIQUE COLLATE NOCASE',
    'value TEXT NOT NULL'
  ]),
  ...loggedTable('post_template', [
    'id TEXT NOT NULL PRIMARY KEY',
    'name TEXT NOT NULL UNIQUE COLLATE NOCASE',
    'body_json TEXT NOT NULL'
  ])
]
