/** Tables of the change log, the same in the catalog and in every workspace. */
export const changeLogTables: readonly string[] = [
  `CREATE TABLE change_step (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    target_id INTEGER REFERENCES change_step (id) ON DELETE CASCADE,
    operation TEXT NOT NULL,
    data_json TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('live', 'undone', 'dropped')),
    actor TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX change_step_state ON change_step (state, kind, id)',
  'CREATE INDEX change_step_target ON change_step (target_id)',
  `CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES change_step (id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    before_json TEXT,
    after_json TEXT
  ) STRICT`,
  'CREATE INDEX change_step_id ON change (step_id, id)',
  'CREATE INDEX change_row ON change (table_name, row_id, id)',
  `CREATE TABLE change_context (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    step_id INTEGER,
    commit_count INTEGER NOT NULL
  ) STRICT`,
  'INSERT INTO change_context (id, step_id, commit_count) VALUES (1, NULL, 0)'
]

const currentStep = '(SELECT step_id FROM change_context WHERE id = 1)'

function rowJson(alias: 'OLD' | 'NEW', columns: readonly string[]): string {
  return `json_object(${columns.map((column) => `'${column}', ${alias}.${column}`).join(', ')})`
}

/**
 * Triggers that write every row change of `table` to the log. A change outside a step is refused by the database, so
 * none can slip past. `columns` must be all columns; the table needs a TEXT column `id`.
 */
export function logChanges(table: string, columns: readonly string[]): string[] {
  const before = rowJson('OLD', columns)
  const after = rowJson('NEW', columns)
  const trigger = (event: 'INSERT' | 'UPDATE' | 'DELETE', row: 'OLD' | 'NEW', from: string, to: string) =>
    `CREATE TRIGGER ${table}_log_${event.toLowerCase()} AFTER ${event} ON ${table} BEGIN
      SELECT RAISE(ABORT, 'change outside a step') WHERE ${currentStep} IS NULL;
      INSERT INTO change (step_id, table_name, row_id, before_json, after_json)
      VALUES (${currentStep}, '${table}', ${row}.id, ${from}, ${to});
    END`
  return [
    trigger('INSERT', 'NEW', 'NULL', after),
    trigger('UPDATE', 'NEW', before, after),
    trigger('DELETE', 'OLD', before, 'NULL')
  ]
}
