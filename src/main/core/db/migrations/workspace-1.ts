import { changeLogTables, logChanges } from '../change-log'
import type { Migration } from '../migrate'

const profile = [
  `CREATE TABLE client_profile (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    color TEXT NOT NULL,
    zone TEXT NOT NULL,
    languages_json TEXT NOT NULL,
    week_start TEXT NOT NULL CHECK (week_start IN ('monday', 'sunday', 'saturday')),
    logo_file TEXT,
    archived_at TEXT,
    created_at TEXT NOT NULL
  ) STRICT`,
  ...logChanges('client_profile', [
    'id', 'name', 'color', 'zone', 'languages_json', 'week_start', 'logo_file', 'archived_at', 'created_at'
  ])
]

const assets = [
  // search_id ties a row to the full-text index: a plain rowid may change when the file is compacted.
  `CREATE TABLE asset (
    search_id INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL UNIQUE,
    file_name TEXT NOT NULL,
    title TEXT NOT NULL,
    alt_text TEXT NOT NULL,
    format TEXT NOT NULL,
    width INTEGER NOT NULL CHECK (width > 0),
    height INTEGER NOT NULL CHECK (height > 0),
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    frames INTEGER NOT NULL CHECK (frames > 0),
    has_alpha INTEGER NOT NULL CHECK (has_alpha IN (0, 1)),
    color_space TEXT NOT NULL,
    placeholder TEXT NOT NULL,
    attention_x REAL NOT NULL,
    attention_y REAL NOT NULL,
    focal_x REAL,
    focal_y REAL,
    starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    added_at TEXT NOT NULL,
    trashed_at TEXT,
    CHECK ((focal_x IS NULL) = (focal_y IS NULL))
  ) STRICT`,
  // Every index ends in search_id, the rowid, which breaks ties: text ids would triple what a long scroll reads.
  'CREATE INDEX asset_trashed ON asset (trashed_at)',
  'CREATE INDEX asset_added ON asset (trashed_at, added_at)',
  'CREATE INDEX asset_name ON asset (trashed_at, title COLLATE NOCASE)',
  'CREATE INDEX asset_bytes ON asset (trashed_at, bytes)',
  'CREATE INDEX asset_starred ON asset (trashed_at, added_at) WHERE starred = 1',
  "CREATE INDEX asset_no_alt_text ON asset (trashed_at, added_at) WHERE alt_text = ''",
  ...logChanges('asset', [
    'search_id', 'id', 'sha256', 'file_name', 'title', 'alt_text', 'format', 'width', 'height', 'bytes', 'frames',
    'has_alpha', 'color_space', 'placeholder', 'attention_x', 'attention_y', 'focal_x', 'focal_y', 'starred', 'added_at',
    'trashed_at'
  ]),
  `CREATE TABLE asset_tag (
    id TEXT NOT NULL PRIMARY KEY,
    asset_id TEXT NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
    name TEXT NOT NULL COLLATE NOCASE,
    UNIQUE (asset_id, name)
  ) STRICT`,
  'CREATE INDEX asset_tag_name ON asset_tag (name, asset_id)',
  ...logChanges('asset_tag', ['id', 'asset_id', 'name']),
  `CREATE TABLE asset_crop (
    id TEXT NOT NULL PRIMARY KEY,
    asset_id TEXT NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
    placement_id TEXT NOT NULL,
    left_fraction REAL NOT NULL,
    top_fraction REAL NOT NULL,
    width_fraction REAL NOT NULL,
    height_fraction REAL NOT NULL,
    UNIQUE (asset_id, placement_id)
  ) STRICT`,
  ...logChanges('asset_crop', [
    'id', 'asset_id', 'placement_id', 'left_fraction', 'top_fraction', 'width_fraction', 'height_fraction'
  ])
]

const tagsOf = (assetId: string) =>
  `(SELECT coalesce(group_concat(name, ' '), '') FROM asset_tag WHERE asset_id = ${assetId})`

const assetSearch = [
  `CREATE VIRTUAL TABLE asset_search USING fts5 (
    title, alt_text, file_name, tags, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
  )`,
  `CREATE TRIGGER asset_search_insert AFTER INSERT ON asset BEGIN
    INSERT INTO asset_search (rowid, title, alt_text, file_name, tags)
    VALUES (NEW.search_id, NEW.title, NEW.alt_text, NEW.file_name, ${tagsOf('NEW.id')});
  END`,
  `CREATE TRIGGER asset_search_update AFTER UPDATE OF title, alt_text, file_name ON asset BEGIN
    UPDATE asset_search SET title = NEW.title, alt_text = NEW.alt_text, file_name = NEW.file_name
    WHERE rowid = NEW.search_id;
  END`,
  `CREATE TRIGGER asset_search_delete AFTER DELETE ON asset BEGIN
    DELETE FROM asset_search WHERE rowid = OLD.search_id;
  END`,
  ...(['INSERT', 'DELETE'] as const).map((event) => {
    const row = event === 'INSERT' ? 'NEW' : 'OLD'
    return `CREATE TRIGGER asset_tag_search_${event.toLowerCase()} AFTER ${event} ON asset_tag BEGIN
      UPDATE asset_search SET tags = ${tagsOf(`${row}.asset_id`)}
      WHERE rowid = (SELECT search_id FROM asset WHERE id = ${row}.asset_id);
    END`
  })
]

const exportsAndJobs = [
  `CREATE TABLE export_preset (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    placements_json TEXT NOT NULL,
    settings_json TEXT NOT NULL
  ) STRICT`,
  ...logChanges('export_preset', ['id', 'name', 'placements_json', 'settings_json']),
  `CREATE TABLE job (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    state TEXT NOT NULL
      CHECK (state IN ('queued', 'running', 'paused', 'interrupted', 'done', 'cancelled', 'failed')),
    title_json TEXT NOT NULL,
    input_json TEXT NOT NULL,
    result_json TEXT,
    error_json TEXT,
    step_id INTEGER REFERENCES change_step (id) ON DELETE SET NULL,
    total INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    started_at TEXT,
    finished_at TEXT,
    cleared_at TEXT
  ) STRICT`,
  'CREATE INDEX job_created ON job (created_at, id)',
  'CREATE INDEX job_step ON job (step_id)',
  `CREATE TABLE job_item (
    id TEXT NOT NULL PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    group_key TEXT NOT NULL,
    label TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    attempts INTEGER NOT NULL DEFAULT 0,
    payload_json TEXT NOT NULL,
    result_json TEXT,
    error_json TEXT,
    finished_at TEXT,
    UNIQUE (job_id, key)
  ) STRICT`,
  'CREATE INDEX job_item_order ON job_item (job_id, position)',
  'CREATE INDEX job_item_state ON job_item (job_id, state, position)',
  // Files on disk that are ours; no foreign keys, since they outlive assets and jobs.
  `CREATE TABLE export_file (
    id TEXT NOT NULL PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    asset_id TEXT NOT NULL,
    placement_id TEXT NOT NULL,
    job_id TEXT NOT NULL,
    job_item_id TEXT NOT NULL,
    written_at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX export_file_asset ON export_file (asset_id, written_at)',
  'CREATE INDEX export_file_job ON export_file (job_id)'
]

/** A client's workspace. Frozen once shipped. */
export const workspace1: Migration = {
  version: 1,
  statements: [...changeLogTables, ...profile, ...assets, ...assetSearch, ...exportsAndJobs]
}
