import { figureColumns } from '../../../../../shared/features/figures/figure-columns'
import { loggedTable } from '../workspace-2/logged-table'

const columns = figureColumns.map((name) => `${name} REAL`)

/**
 * Figures of the networks' own exports. Rows in bulk stay out of the change log: they count only while their import stands in
 * `figure_import`, which is logged, so that an import is undone and done again by one row.
 */
export const figureTables: readonly string[] = [
  ...loggedTable('figure_import', [
    'id TEXT NOT NULL PRIMARY KEY',
    'files INTEGER NOT NULL',
    'added INTEGER NOT NULL',
    'changed INTEGER NOT NULL',
    'unchanged INTEGER NOT NULL',
    'skipped INTEGER NOT NULL',
    'created_at TEXT NOT NULL'
  ]),
  // A table of a file: one file may hold several. Rows of a draft have an import_id that is not in figure_import.
  `CREATE TABLE figure_file (
    id TEXT NOT NULL PRIMARY KEY,
    import_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    entry TEXT NOT NULL,
    sheet TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    format TEXT NOT NULL,
    network TEXT NOT NULL,
    kind TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    account TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    measured_at TEXT NOT NULL,
    rows INTEGER NOT NULL,
    facts_json TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX figure_file_import ON figure_file (import_id, position)',
  `CREATE TABLE figure_subject (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('post', 'account', 'ad', 'audience', 'traffic', 'competitor')),
    network TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    subject_key TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    permalink TEXT NOT NULL,
    format TEXT NOT NULL,
    published_at TEXT NOT NULL,
    campaign TEXT NOT NULL,
    ad_set TEXT NOT NULL,
    ad TEXT NOT NULL,
    currency TEXT NOT NULL,
    UNIQUE (kind, network, channel_id, subject_key)
  ) STRICT`,
  // With all that posts are sorted out by, so that reading all of them does not read their texts.
  'CREATE INDEX figure_subject_published ON figure_subject (kind, published_at, id, network, channel_id, format)',
  'CREATE INDEX figure_subject_channel ON figure_subject (channel_id, kind)',
  // What was read, row by row: where each figure comes from. `about_json` is what it says of its subject otherwise than known.
  `CREATE TABLE figure_row (
    id INTEGER PRIMARY KEY,
    file_id TEXT NOT NULL REFERENCES figure_file (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    subject_id INTEGER NOT NULL REFERENCES figure_subject (id) ON DELETE CASCADE,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    measured_at TEXT NOT NULL,
    ${columns.join(',\n    ')},
    more_json TEXT NOT NULL,
    raw_json TEXT NOT NULL,
    about_json TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX figure_row_file ON figure_row (file_id, subject_id)',
  'CREATE INDEX figure_row_subject ON figure_row (subject_id, starts_on, ends_on, measured_at)',
  // Files that were read and wait for a person: cleared when the workspace is opened. The id is that of the import
  // to be, `basis` the imports that stood when its totals were counted.
  `CREATE TABLE figure_draft (
    id TEXT NOT NULL PRIMARY KEY,
    created_at TEXT NOT NULL,
    basis TEXT NOT NULL,
    result_json TEXT
  ) STRICT`,
  `CREATE TABLE figure_draft_file (
    draft_id TEXT NOT NULL REFERENCES figure_draft (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    found_json TEXT NOT NULL,
    PRIMARY KEY (draft_id, position)
  ) STRICT, WITHOUT ROWID`,
  // What counts now: of each figure the newest that is known, over all imports that stand.
  `CREATE TABLE figure (
    subject_id INTEGER NOT NULL REFERENCES figure_subject (id) ON DELETE CASCADE,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    measured_at TEXT NOT NULL,
    ${columns.join(',\n    ')},
    more_json TEXT NOT NULL,
    PRIMARY KEY (subject_id, starts_on, ends_on)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX figure_day ON figure (starts_on, ends_on)',
  // Which post of the plan a post of the network is. Rejected pairs are kept, so that they are not offered again.
  ...loggedTable('figure_match', [
    'id TEXT NOT NULL PRIMARY KEY',
    'subject_id INTEGER NOT NULL',
    'variant_id TEXT NOT NULL REFERENCES variant (id) ON DELETE CASCADE',
    "state TEXT NOT NULL CHECK (state IN ('sure', 'doubtful', 'confirmed', 'rejected'))",
    'score REAL NOT NULL',
    'reasons_json TEXT NOT NULL',
    'UNIQUE (subject_id, variant_id)'
  ]),
  'CREATE INDEX figure_match_variant ON figure_match (variant_id)',
  // Whose file it is, as a person answered once: the account as files name it, and the channel that it is.
  ...loggedTable('figure_source', [
    'id TEXT NOT NULL PRIMARY KEY',
    'source_key TEXT NOT NULL UNIQUE',
    'channel_id TEXT NOT NULL REFERENCES channel (id) ON DELETE CASCADE'
  ]),
  'CREATE INDEX figure_source_channel ON figure_source (channel_id)',
  // A layout that a person mapped once, known by its headers.
  ...loggedTable('figure_layout', [
    'id TEXT NOT NULL PRIMARY KEY',
    'signature TEXT NOT NULL UNIQUE',
    'name TEXT NOT NULL',
    'layout_json TEXT NOT NULL'
  ])
]
