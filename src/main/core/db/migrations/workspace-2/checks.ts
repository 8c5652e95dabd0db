import { loggedTable } from './logged-table'

/** Findings that a person looked at and lets be: what a rule says of one variant, by the finding's key. */
export const checkTables: readonly string[] = [
  ...loggedTable('check_seen', [
    'id TEXT NOT NULL PRIMARY KEY',
    'variant_id TEXT NOT NULL REFERENCES variant (id) ON DELETE CASCADE',
    'finding_key TEXT NOT NULL',
    'seen_at TEXT NOT NULL',
    'UNIQUE (variant_id, finding_key)'
  ])
]
