import type { CallContext } from '../../context'
import { AppError, isAppError } from '../../../../shared/errors/app-error'
import type { Container, ReadEvent } from '../../../../shared/parse/protocol'
import type { SourceTable } from '../../../../shared/tables/source-table'

/** A table of a file, with where it was found. */
export interface FoundTable extends SourceTable {
  /** Place among the files that were given. */
  file: number
  fileName: string
  entry: string | null
  container: Container
  encoding: string | null
  delimiter: string | null
}

export interface Refused {
  file: number
  name: string
  entry: string | null
  error: { code: string; data: Record<string, unknown> }
}

export interface ReadFiles {
  tables: FoundTable[]
  refused: Refused[]
}

/** A plan of posts is read by a person: what is larger is something else. */
const MOST_ROWS = 50_000
const MOST_CHARS = 64_000_000

class Collector {
  readonly tables: FoundTable[] = []
  readonly refused: Refused[] = []
  private where: Omit<Extract<ReadEvent, { kind: 'file' }>, 'kind'> = { entry: null, container: 'csv', encoding: null, delimiter: null }
  private rows = 0
  private chars = 0

  constructor(
    private readonly file: number,
    private readonly fileName: string
  ) {}

  take(event: ReadEvent): void {
    const { file, fileName } = this
    if (event.kind === 'file') this.where = { entry: event.entry, container: event.container, encoding: event.encoding, delimiter: event.delimiter }
    else if (event.kind === 'refused') this.refused.push({ file, name: fileName, entry: event.entry, error: event.error })
    else if (event.kind === 'table') this.tables.push({ file, fileName, ...this.where, name: event.name, shape: event.shape, rows: [] })
    else this.takeRows(event.rows)
  }

  private takeRows(rows: SourceTable['rows']): void {
    this.rows += rows.length
    for (const { cells } of rows) for (const cell of cells) this.chars += cell.length
    if (this.rows > MOST_ROWS || this.chars > MOST_CHARS) throw new AppError('unsupported.import-size', { what: 'rows', limit: MOST_ROWS, name: this.fileName })
    this.tables.at(-1)?.rows.push(...rows)
  }
}

/**
 * Reads the tables of the files that tokens stand for. A file that cannot be read costs its own line, not the others.
 * @throws AppError `not-found.file-token`, `cancelled.by-person`
 */
export async function readFiles({ core, signal }: CallContext, tokens: readonly string[]): Promise<ReadFiles> {
  const files = tokens.map((token) => core.tokens.resolve(token))
  const found: ReadFiles = { tables: [], refused: [] }
  for (const [file, { path, name }] of files.entries()) {
    const collector = new Collector(file, name)
    try {
      await core.parse.read({ path, name }, (event) => collector.take(event), { signal })
      found.tables.push(...collector.tables)
    } catch (error) {
      if (!isAppError(error)) throw error
      if (error.code === 'cancelled.parse') throw new AppError('cancelled.by-person', {}, { cause: error })
      found.refused.push({ file, name, entry: null, error: { code: error.code, data: error.data } })
    }
    found.refused.push(...collector.refused)
  }
  return found
}
