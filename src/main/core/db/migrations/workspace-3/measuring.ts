import { loggedTable } from '../workspace-2/logged-table'

/** Goals, events that explain a curve, and what was learned. Days are `YYYY-MM-DD` in the zone of the client. */
export const measuringTables: readonly string[] = [
  ...loggedTable('goal', [
    'id TEXT NOT NULL PRIMARY KEY',
    'name TEXT NOT NULL',
    // A figure of the metric dictionary, or a rate by a formula.
    'metric TEXT NOT NULL',
    'channel_id TEXT REFERENCES channel (id) ON DELETE SET NULL',
    'pillar_id TEXT REFERENCES pillar (id) ON DELETE SET NULL',
    'campaign_id TEXT REFERENCES campaign (id) ON DELETE SET NULL',
    'baseline REAL',
    'target REAL NOT NULL',
    'starts_on TEXT NOT NULL',
    'ends_on TEXT NOT NULL',
    'notes TEXT NOT NULL',
    'position INTEGER NOT NULL',
    'archived_at TEXT',
    'created_at TEXT NOT NULL',
    'CHECK (starts_on <= ends_on)'
  ]),
  'CREATE INDEX goal_channel ON goal (channel_id)',
  'CREATE INDEX goal_pillar ON goal (pillar_id)',
  'CREATE INDEX goal_campaign ON goal (campaign_id)',
  ...loggedTable('annotation', [
    'id TEXT NOT NULL PRIMARY KEY',
    'starts_on TEXT NOT NULL',
    'ends_on TEXT NOT NULL',
    'text TEXT NOT NULL',
    'channel_id TEXT REFERENCES channel (id) ON DELETE SET NULL',
    'created_at TEXT NOT NULL',
    'CHECK (starts_on <= ends_on)'
  ]),
  'CREATE INDEX annotation_days ON annotation (starts_on, ends_on)',
  'CREATE INDEX annotation_channel ON annotation (channel_id)',
  ...loggedTable('learning', [
    'id TEXT NOT NULL PRIMARY KEY',
    'observed_on TEXT NOT NULL',
    'observation TEXT NOT NULL',
    // The figures that it rests on, with n, interval, period and filters, as they were then.
    'evidence_json TEXT NOT NULL',
    'decision TEXT NOT NULL',
    'experiment TEXT NOT NULL',
    // The day to look again.
    'review_on TEXT',
    'result TEXT NOT NULL',
    "state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'dropped'))",
    'created_at TEXT NOT NULL'
  ]),
  'CREATE INDEX learning_review ON learning (state, review_on)'
]
