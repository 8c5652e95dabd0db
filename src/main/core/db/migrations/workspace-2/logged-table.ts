import { logChanges } from '../../change-log'

/**
 * A table of the change log from the lines of its definition, so that no column can be missing from the log.
 * A line that begins with a lower-case word is a column; the others are constraints.
 */
export function loggedTable(name: string, lines: readonly string[]): string[] {
  const columns = lines.filter((line) => /^[a-z]/.test(line)).map((line) => line.split(' ', 1)[0] ?? line)
  return [`CREATE TABLE ${name} (\n    ${lines.join(',\n    ')}\n  ) STRICT`, ...logChanges(name, columns)]
}
