import { loggedTable } from '../workspace-2/logged-table'

/** What a row of care says of its conversation, as columns of that one. The same rule is in `settle-conversations.repository.ts`. */
const careOf = (row: string): string => `care = CASE
      WHEN ${row}.state = 'closed' AND last_in_at > ${row}.closed_at THEN 'open'
      WHEN ${row}.state = 'snoozed' AND last_in_at > ${row}.updated_at THEN 'open'
      ELSE ${row}.state END,
    snoozed_until = coalesce(${row}.snoozed_until, ''), assignee = ${row}.assignee, unread = last_in_at <> '' AND coalesce(${row}.read_at, '') < last_in_at`

/**
 * Conversations with the public. Messages in bulk stay out of the change log: they count only while their import stands in
 * `message_import`. What a person does with a conversation is in logged tables of its own.
 */
export const inboxTables: readonly string[] = [
  ...loggedTable('message_import', [
    'id TEXT NOT NULL PRIMARY KEY',
    // `capture`: typed or pasted by hand.
    "source TEXT NOT NULL CHECK (source IN ('archive', 'mail', 'capture'))",
    'name TEXT NOT NULL',
    'network TEXT NOT NULL',
    'channel_id TEXT NOT NULL',
    'added INTEGER NOT NULL',
    'created_at TEXT NOT NULL'
  ]),
  `CREATE TABLE conversation (
    -- Its messages have it in their own number, so that a search need not look at them to know where they belong.
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    network TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('comment', 'message', 'mention', 'review')),
    thread_key TEXT NOT NULL,
    title TEXT NOT NULL,
    permalink TEXT NOT NULL,
    variant_id TEXT NOT NULL,
    person_key TEXT NOT NULL,
    language TEXT NOT NULL,
    suggested_type TEXT NOT NULL,
    suggested_sentiment TEXT NOT NULL,
    suggested_priority INTEGER NOT NULL,
    -- Of the messages and replies that stand; instants in UTC, empty where there is none.
    first_in_at TEXT NOT NULL,
    last_in_at TEXT NOT NULL,
    last_out_at TEXT NOT NULL,
    -- Since when somebody waits for an answer; empty: nobody does.
    waiting_since TEXT NOT NULL,
    messages INTEGER NOT NULL,
    -- The later of the last message in and out.
    last_at TEXT NOT NULL DEFAULT '',
    -- What its row of care says, with what came in since: a new message opens what was closed or snoozed.
    care TEXT NOT NULL DEFAULT 'open' CHECK (care IN ('open', 'snoozed', 'closed', 'hidden')),
    snoozed_until TEXT NOT NULL DEFAULT '',
    assignee TEXT NOT NULL DEFAULT '',
    unread INTEGER NOT NULL DEFAULT 0 CHECK (unread IN (0, 1)),
    UNIQUE (network, channel_id, thread_key)
  ) STRICT`,
  // Who waits is few of all, and is asked for most: a page of them and their count read no row of the table.
  `CREATE INDEX conversation_waiting ON conversation (waiting_since, id, messages, care, snoozed_until, channel_id, last_at, suggested_type,
    suggested_sentiment, suggested_priority, network, kind, language, assignee, unread) WHERE waiting_since > ''`,
  'CREATE INDEX conversation_person ON conversation (network, person_key)',
  'CREATE INDEX conversation_last ON conversation (last_at, id)',
  'CREATE INDEX conversation_care_last ON conversation (care, last_at, id)',
  // Whatever a list is counted by, so that a count reads no row of the table.
  `CREATE INDEX conversation_counts ON conversation (care, snoozed_until, waiting_since, assignee, unread, messages, suggested_type,
    suggested_sentiment, suggested_priority, network, channel_id, kind, language, id)`,
  'CREATE INDEX conversation_facets ON conversation (network, language, messages)',
  `CREATE TABLE message (
    -- The number of its conversation times 2^21, and its place in it.
    id INTEGER PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    import_id TEXT NOT NULL,
    message_key TEXT NOT NULL UNIQUE,
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    author TEXT NOT NULL,
    author_key TEXT NOT NULL,
    text TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    link TEXT NOT NULL,
    media_json TEXT NOT NULL,
    language TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX message_thread ON message (conversation_id, sent_at)',
  'CREATE INDEX message_import_id ON message (import_id)',
  `CREATE VIRTUAL TABLE message_search USING fts5 (
    text, author, content = 'message', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
  )`,
  `CREATE TRIGGER message_search_insert AFTER INSERT ON message BEGIN
    INSERT INTO message_search (rowid, text, author) VALUES (NEW.id, NEW.text, NEW.author);
  END`,
  `CREATE TRIGGER message_search_delete AFTER DELETE ON message BEGIN
    INSERT INTO message_search (message_search, rowid, text, author) VALUES ('delete', OLD.id, OLD.text, OLD.author);
  END`,
  `CREATE TRIGGER message_search_update AFTER UPDATE OF text, author ON message BEGIN
    INSERT INTO message_search (message_search, rowid, text, author) VALUES ('delete', OLD.id, OLD.text, OLD.author);
    INSERT INTO message_search (rowid, text, author) VALUES (NEW.id, NEW.text, NEW.author);
  END`
]

/** What a person does with conversations. */
export const careTables: readonly string[] = [
  // The id is that of the conversation; a row from the first time that somebody does something with it.
  ...loggedTable('conversation_care', [
    'id TEXT NOT NULL PRIMARY KEY',
    "state TEXT NOT NULL CHECK (state IN ('open', 'snoozed', 'closed', 'hidden'))",
    'assignee TEXT NOT NULL',
    'snoozed_until TEXT',
    // Null: what is suggested.
    'type TEXT',
    'priority INTEGER',
    'sentiment TEXT',
    'sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1))',
    // Why it was closed without an answer, or hidden on the network.
    'reason TEXT NOT NULL',
    'read_at TEXT',
    'closed_at TEXT',
    'updated_at TEXT NOT NULL',
    // Who set what: a field by name (`type`, `label:refund`), `person`, `rule` or `removed`. Values without a name are a person's.
    "set_by_json TEXT NOT NULL DEFAULT '{}'"
  ]),
  'CREATE INDEX conversation_care_state ON conversation_care (state, snoozed_until)',
  `CREATE INDEX conversation_care_judged ON conversation_care (id, type, sentiment, priority)
    WHERE type IS NOT NULL OR sentiment IS NOT NULL OR priority IS NOT NULL`,
  // Also as steps are undone and done again.
  ...['INSERT', 'UPDATE'].map((event) => `CREATE TRIGGER conversation_care_kept_${event.toLowerCase()} AFTER ${event} ON conversation_care BEGIN
    UPDATE conversation SET ${careOf('NEW')} WHERE id = NEW.id;
  END`),
  `CREATE TRIGGER conversation_care_kept_delete AFTER DELETE ON conversation_care BEGIN
    UPDATE conversation SET care = 'open', snoozed_until = '', assignee = '', unread = last_in_at <> '' WHERE id = OLD.id;
  END`,
  ...loggedTable('conversation_label', [
    'id TEXT NOT NULL PRIMARY KEY',
    'conversation_id TEXT NOT NULL',
    'name TEXT NOT NULL COLLATE NOCASE',
    'UNIQUE (conversation_id, name)'
  ]),
  // The id is that of the conversation.
  ...loggedTable('reply_draft', [
    'id TEXT NOT NULL PRIMARY KEY',
    'text TEXT NOT NULL',
    "state TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'approved'))",
    'approved_by TEXT NOT NULL',
    // Hash of the text that was approved: another text needs another look.
    'approved_hash TEXT NOT NULL',
    'updated_at TEXT NOT NULL'
  ]),
  // What was sent, as a person confirmed it.
  ...loggedTable('reply', [
    'id TEXT NOT NULL PRIMARY KEY',
    'conversation_id TEXT NOT NULL',
    'text TEXT NOT NULL',
    'sent_at TEXT NOT NULL',
    'sent_by TEXT NOT NULL',
    'created_at TEXT NOT NULL'
  ]),
  'CREATE INDEX reply_conversation ON reply (conversation_id, sent_at)',
  ...loggedTable('internal_note', [
    'id TEXT NOT NULL PRIMARY KEY',
    'conversation_id TEXT NOT NULL',
    'text TEXT NOT NULL',
    'author TEXT NOT NULL',
    'created_at TEXT NOT NULL'
  ]),
  'CREATE INDEX internal_note_conversation ON internal_note (conversation_id, created_at)',
  // Text, picture and time of what was hidden, closed or deleted on the network.
  ...loggedTable('care_evidence', [
    'id TEXT NOT NULL PRIMARY KEY',
    'conversation_id TEXT NOT NULL',
    'incident_id TEXT NOT NULL',
    "action TEXT NOT NULL CHECK (action IN ('closed', 'hidden', 'deleted', 'kept'))",
    'text TEXT NOT NULL',
    'author TEXT NOT NULL',
    'link TEXT NOT NULL',
    'asset_id TEXT',
    'seen_at TEXT NOT NULL',
    'reason TEXT NOT NULL',
    'created_at TEXT NOT NULL'
  ]),
  'CREATE INDEX care_evidence_conversation ON care_evidence (conversation_id)',
  'CREATE INDEX care_evidence_incident ON care_evidence (incident_id)',
  ...loggedTable('saved_reply', [
    'id TEXT NOT NULL PRIMARY KEY',
    'title TEXT NOT NULL',
    'text TEXT NOT NULL',
    'language TEXT NOT NULL',
    'tone TEXT NOT NULL',
    'asset_id TEXT',
    'position INTEGER NOT NULL',
    'UNIQUE (title, language, tone)'
  ]),
  ...loggedTable('care_rule', [
    'id TEXT NOT NULL PRIMARY KEY',
    'name TEXT NOT NULL',
    'conditions_json TEXT NOT NULL',
    'actions_json TEXT NOT NULL',
    'enabled INTEGER NOT NULL CHECK (enabled IN (0, 1))',
    'position INTEGER NOT NULL'
  ]),
  ...loggedTable('knowledge', [
    'id TEXT NOT NULL PRIMARY KEY',
    'title TEXT NOT NULL',
    'text TEXT NOT NULL',
    'source TEXT NOT NULL',
    'link TEXT NOT NULL',
    'checked_on TEXT',
    'language TEXT NOT NULL',
    'created_at TEXT NOT NULL'
  ]),
  // Minutes of business hours; the row without a channel is for all.
  ...loggedTable('care_target', [
    'id TEXT NOT NULL PRIMARY KEY',
    'channel_id TEXT UNIQUE REFERENCES channel (id) ON DELETE CASCADE',
    'first_minutes INTEGER NOT NULL CHECK (first_minutes > 0)',
    'resolution_minutes INTEGER NOT NULL CHECK (resolution_minutes > 0)'
  ])
]
