import { loggedTable } from '../workspace-2/logged-table'

/** Incidents, and what is prepared for them. */
export const crisisTables: readonly string[] = [
  ...loggedTable('incident', [
    'id TEXT NOT NULL PRIMARY KEY',
    'title TEXT NOT NULL',
    'level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4)',
    "state TEXT NOT NULL CHECK (state IN ('open', 'calm', 'closed'))",
    'summary TEXT NOT NULL',
    // What planned posts may not go out while this is open: all, or those of some channels.
    'frozen INTEGER NOT NULL CHECK (frozen IN (0, 1))',
    'frozen_channels_json TEXT NOT NULL',
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
    'text TEXT NOT NULL',
    'author TEXT NOT NULL',
    'conversation_id TEXT NOT NULL',
    'happened_at TEXT NOT NULL',
    'created_at TEXT NOT NULL'
  ]),
  'CREATE INDEX incident_entry_incident ON incident_entry (incident_id, happened_at)',
  // Posts that a freeze stopped, and what was decided for each after it.
  ...loggedTable('frozen_variant', [
    'id TEXT NOT NULL PRIMARY KEY',
    'incident_id TEXT NOT NULL REFERENCES incident (id) ON DELETE CASCADE',
    'variant_id TEXT NOT NULL REFERENCES variant (id) ON DELETE CASCADE',
    "decision TEXT NOT NULL CHECK (decision IN ('waiting', 'released', 'moved', 'dropped'))",
    'decided_at TEXT',
    'UNIQUE (incident_id, variant_id)'
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
    'network TEXT NOT NULL',
    'language TEXT NOT NULL',
    'level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4)',
    'text TEXT NOT NULL',
    'position INTEGER NOT NULL'
  ])
]
