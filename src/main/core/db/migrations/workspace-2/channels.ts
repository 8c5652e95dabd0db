import { loggedTable } from './logged-table'

/** Pillars, the client's channels with voices and posting slots, and the limits that a person set otherwise. */
export const channelTables: readonly string[] = [
  ...loggedTable('pillar', [
    'id TEXT NOT NULL PRIMARY KEY',
    'name TEXT NOT NULL UNIQUE COLLATE NOCASE',
    'color TEXT NOT NULL',
    'description TEXT NOT NULL',
    'target_share INTEGER CHECK (target_share BETWEEN 0 AND 100)',
    'position INTEGER NOT NULL'
  ]),
  ...loggedTable('channel', [
    'id TEXT NOT NULL PRIMARY KEY',
    'network TEXT NOT NULL',
    'name TEXT NOT NULL',
    'handle TEXT NOT NULL',
    'link TEXT NOT NULL',
    'owner TEXT NOT NULL',
    // Null: the zone of the client.
    'zone TEXT',
    'language TEXT NOT NULL',
    'posts_per_week INTEGER CHECK (posts_per_week >= 0)',
    'playbook_json TEXT NOT NULL',
    'default_hashtags_json TEXT NOT NULL',
    'signature TEXT NOT NULL',
    'position INTEGER NOT NULL',
    'archived_at TEXT',
    'created_at TEXT NOT NULL'
  ]),
  ...loggedTable('channel_voice', [
    'id TEXT NOT NULL PRIMARY KEY',
    'channel_id TEXT NOT NULL REFERENCES channel (id) ON DELETE CASCADE',
    'name TEXT NOT NULL COLLATE NOCASE',
    'tone_json TEXT NOT NULL',
    'signature TEXT NOT NULL',
    'position INTEGER NOT NULL',
    'UNIQUE (channel_id, name)'
  ]),
  ...loggedTable('channel_slot', [
    'id TEXT NOT NULL PRIMARY KEY',
    'channel_id TEXT NOT NULL REFERENCES channel (id) ON DELETE CASCADE',
    // ISO: 1 is Monday.
    'weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7)',
    'time TEXT NOT NULL',
    'pillar_id TEXT REFERENCES pillar (id) ON DELETE SET NULL',
    'UNIQUE (channel_id, weekday, time)'
  ]),
  'CREATE INDEX channel_slot_pillar ON channel_slot (pillar_id)',
  ...loggedTable('limit_override', [
    'id TEXT NOT NULL PRIMARY KEY',
    'network TEXT NOT NULL',
    'field TEXT NOT NULL',
    'max_value INTEGER NOT NULL CHECK (max_value >= 0)',
    'note TEXT NOT NULL',
    'set_at TEXT NOT NULL',
    'UNIQUE (network, field)'
  ]),
  // One row a setting; the id is its name.
  ...loggedTable('workspace_setting', ['id TEXT NOT NULL PRIMARY KEY', 'value_json TEXT NOT NULL'])
]
