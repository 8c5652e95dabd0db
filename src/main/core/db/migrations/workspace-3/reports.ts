import { loggedTable } from '../workspace-2/logged-table'

/** Reports and their templates. What a frozen report showed lies as files in `reports/<id>/`; `report_file` names them with their hash. */
export const reportTables: readonly string[] = [
  ...loggedTable('report_template', [
    'id TEXT NOT NULL PRIMARY KEY',
    'name TEXT NOT NULL UNIQUE COLLATE NOCASE',
    'sections_json TEXT NOT NULL',
    'options_json TEXT NOT NULL',
    'is_default INTEGER NOT NULL CHECK (is_default IN (0, 1))',
    'created_at TEXT NOT NULL'
  ]),
  ...loggedTable('report', [
    'id TEXT NOT NULL PRIMARY KEY',
    'title TEXT NOT NULL',
    'starts_on TEXT NOT NULL',
    'ends_on TEXT NOT NULL',
    'compare_json TEXT NOT NULL',
    'language TEXT NOT NULL',
    'sections_json TEXT NOT NULL',
    'options_json TEXT NOT NULL',
    // Null: a draft, drawn from the figures of now.
    'frozen_at TEXT',
    'trashed_at TEXT',
    'created_at TEXT NOT NULL',
    'updated_at TEXT NOT NULL',
    'CHECK (starts_on <= ends_on)'
  ]),
  'CREATE INDEX report_period ON report (starts_on, ends_on)',
  `CREATE TABLE report_file (
    id TEXT NOT NULL PRIMARY KEY,
    report_id TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX report_file_report ON report_file (report_id, role)'
]
