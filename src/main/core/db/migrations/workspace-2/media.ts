import { loggedTable } from './logged-table'

/**
 * What an asset has besides being a picture. A video's shape is that of its asset; one whose facts were never read
 * (`read_at` null) stands there as 16 by 9, since a shape is needed to lay it out.
 */
export const mediaTables: readonly string[] = [
  ...loggedTable('asset_video', [
    'id TEXT NOT NULL PRIMARY KEY',
    'asset_id TEXT NOT NULL UNIQUE REFERENCES asset (id) ON DELETE CASCADE',
    'read_at TEXT',
    'seconds REAL',
    'frames_per_second REAL',
    'video_codec TEXT',
    'audio_codec TEXT',
    'has_audio INTEGER CHECK (has_audio IN (0, 1))',
    'bits_per_second INTEGER',
    // Where the cover is taken from, in seconds; null: near the beginning.
    'cover_seconds REAL'
  ]),
  'CREATE INDEX asset_video_unread ON asset_video (asset_id) WHERE read_at IS NULL',
  ...loggedTable('asset_rights', [
    'id TEXT NOT NULL PRIMARY KEY',
    'asset_id TEXT NOT NULL UNIQUE REFERENCES asset (id) ON DELETE CASCADE',
    'license TEXT NOT NULL',
    'credit TEXT NOT NULL',
    'credit_required INTEGER NOT NULL CHECK (credit_required IN (0, 1))',
    'source TEXT NOT NULL',
    // The last day on which it may be shown.
    'ends_on TEXT',
    // Who is shown, and the day they agreed.
    'people TEXT NOT NULL',
    'consent_on TEXT',
    // Why it may go out although its rights say otherwise; empty: it may not.
    'used_anyway TEXT NOT NULL'
  ]),
  'CREATE INDEX asset_rights_ends ON asset_rights (ends_on) WHERE ends_on IS NOT NULL'
]
