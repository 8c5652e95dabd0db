import { loggedTable } from '../workspace-2/logged-table'

/** People over all channels, what was done for them, and what was erased on request. */
export const peopleTables: readonly string[] = [
  ...loggedTable('person', [
    'id TEXT NOT NULL PRIMARY KEY',
    'name TEXT NOT NULL',
    'notes TEXT NOT NULL',
    // What the person agreed to, when and how.
    'consent TEXT NOT NULL',
    'consent_on TEXT',
    'next_step TEXT NOT NULL',
    'next_on TEXT',
    'created_at TEXT NOT NULL'
  ]),
  'CREATE INDEX person_next ON person (next_on)',
  ...loggedTable('person_handle', [
    'id TEXT NOT NULL PRIMARY KEY',
    'person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE',
    'network TEXT NOT NULL',
    // As messages know their author: the handle, or the name where the network tells no handle.
    'person_key TEXT NOT NULL',
    'shown TEXT NOT NULL',
    'UNIQUE (network, person_key)'
  ]),
  'CREATE INDEX person_handle_person ON person_handle (person_id)',
  ...loggedTable('person_label', [
    'id TEXT NOT NULL PRIMARY KEY',
    'person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE',
    'name TEXT NOT NULL COLLATE NOCASE',
    'UNIQUE (person_id, name)'
  ]),
  // Who was merged into whom, with all that is needed to part them again.
  ...loggedTable('person_merge', [
    'id TEXT NOT NULL PRIMARY KEY',
    'person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE',
    'merged_json TEXT NOT NULL',
    'created_at TEXT NOT NULL'
  ]),
  'CREATE INDEX person_merge_person ON person_merge (person_id)',
  ...loggedTable('outreach', [
    'id TEXT NOT NULL PRIMARY KEY',
    'person_id TEXT REFERENCES person (id) ON DELETE SET NULL',
    'done_on TEXT NOT NULL',
    'kind TEXT NOT NULL',
    'text TEXT NOT NULL',
    'link TEXT NOT NULL',
    'channel_id TEXT REFERENCES channel (id) ON DELETE SET NULL',
    'created_at TEXT NOT NULL'
  ]),
  'CREATE INDEX outreach_person ON outreach (person_id, done_on)',
  'CREATE INDEX outreach_channel ON outreach (channel_id)',
  // Two who are not the same, each by the id of a card or by network and handle.
  ...loggedTable('person_apart', ['id TEXT NOT NULL PRIMARY KEY', 'one TEXT NOT NULL', 'other TEXT NOT NULL', 'UNIQUE (one, other)']),
  // Who wrote what in a conversation, worked out from the messages that stand.
  `CREATE TABLE conversation_author (
    conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    network TEXT NOT NULL,
    author_key TEXT NOT NULL,
    author TEXT NOT NULL,
    messages INTEGER NOT NULL,
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    -- Since when this author waits for an answer; empty: does not.
    waiting_since TEXT NOT NULL,
    PRIMARY KEY (conversation_id, author_key)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX conversation_author_key ON conversation_author (network, author_key, author, messages, first_at, last_at, waiting_since)',
  'CREATE INDEX message_author ON message (author_key, conversation_id)',
  // Keyed hashes of handles that were erased, so that an old export does not bring them back unasked.
  ...loggedTable('erased_handle', ['id TEXT NOT NULL PRIMARY KEY', 'created_at TEXT NOT NULL']),
  // Without anything by which the person could be known.
  ...loggedTable('erasure', [
    'id TEXT NOT NULL PRIMARY KEY',
    "kind TEXT NOT NULL CHECK (kind IN ('export', 'erase'))",
    'reason TEXT NOT NULL',
    'counts_json TEXT NOT NULL',
    'done_by TEXT NOT NULL',
    'created_at TEXT NOT NULL'
  ])
]
