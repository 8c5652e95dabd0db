import { loggedTable } from '../workspace-2/logged-table'

/** Incidents, and what is prepared for them. */
export const crisisTables: readonly string[] = [
  ...loggedTable('incident', [
    'id TEXT NOT NULL PRIMARY KEY',
    'title TEXT NOT NULL',
    'level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4)',
    "state TEXT NOT NULL CHECK (state IN ('open', 'calm', 'closed'))",
    'summary TEXT NOT NULL',
    // The conversation that it began with; empty: none.
    'conversation_id TEXT NOT NULL',
    'review_json TEXT NOT NULL',
    'started_at TEXT NOT NULL',
    'ended_at TEXT',
    'created_at TEXT NOT NULL'
  ]),
  'CREATE INDEX incident_state ON incident (state, started_at)',
  ...loggedTable('incident_entry', [
    'id TEXT NOT NULL PRIMARY KEY',
    'incident_id TEXT NOT NULL REFERENCES incident (id) ON DELETE CASCADE',
    "kind TEXT NOT NULL CHECK (kind IN ('event', 'decision', 'statement', 'contact', 'evidence', 'level'))",
    // What the app noted itself, with its figures; empty: written by a person.
    'action TEXT NOT NULL',
    'data_json TEXT NOT NULL',
    'text TEXT NOT NULL',
    'author TEXT NOT NULL',
    'conversation_id TEXT NOT NULL',
    'happened_at TEXT NOT NULL',
    'created_at TEXT NOT NULL'
  ]),
  'CREATE INDEX incident_entry_incident ON incident_entry (incident_id, happened_at)',
  // While it has no end, nothing planned goes out on its channels; none named: on any.
  ...loggedTable('incident_freeze', [
    'id TEXT NOT NULL PRIMARY KEY',
    'incident_id TEXT NOT NULL REFERENCES incident (id) ON DELETE CASCADE',
    'channels_json TEXT NOT NULL',
    'reason TEXT NOT NULL',
    'started_at TEXT NOT NULL',
    'ended_at TEXT'
  ]),
  'CREATE INDEX incident_freeze_incident ON incident_freeze (incident_id)',
  'CREATE INDEX incident_freeze_ended ON incident_freeze (ended_at)',
  // Posts that a freeze stopped, and what was decided for each. Title and channel stay here when the post goes.
  ...loggedTable('frozen_variant', [
    'id TEXT NOT NULL PRIMARY KEY',
    'freeze_id TEXT NOT NULL REFERENCES incident_freeze (id) ON DELETE CASCADE',
    'variant_id TEXT NOT NULL',
    'title TEXT NOT NULL',
    'network TEXT NOT NULL',
    'channel_name TEXT NOT NULL',
    'planned_at TEXT',
    "decision TEXT NOT NULL CHECK (decision IN ('waiting', 'released', 'moved', 'dropped', 'overridden'))",
    // The time it was given in place of that one.
    'moved_to TEXT',
    'reason TEXT NOT NULL',
    'decided_by TEXT NOT NULL',
    'decided_at TEXT',
    'UNIQUE (freeze_id, variant_id)'
  ]),
  'CREATE INDEX frozen_variant_variant ON frozen_variant (variant_id)',
  ...loggedTable('crisis_contact', [
    'id TEXT NOT NULL PRIMARY KEY',
    'name TEXT NOT NULL',
    'role TEXT NOT NULL',
    'phone TEXT NOT NULL',
    'email TEXT NOT NULL',
    'may_speak INTEGER NOT NULL CHECK (may_speak IN (0, 1))',
    'reachable TEXT NOT NULL',
    'position INTEGER NOT NULL'
  ]),
  ...loggedTable('holding_line', [
    'id TEXT NOT NULL PRIMARY KEY',
    // Empty: any.
    'network TEXT NOT NULL',
    'language TEXT NOT NULL',
    'level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4)',
    'text TEXT NOT NULL',
    'position INTEGER NOT NULL'
  ])
]
