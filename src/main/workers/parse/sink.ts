import { BATCHES_AHEAD, type ReadEvent, type TableShape } from '../../../shared/parse/protocol'
import type { SourceRow } from '../../../shared/tables/source-table'

const BATCH_ROWS = 1000
const BATCH_CHARS = 1 << 18

/** Where readers put what they find. Rows go out in batches, and only so many ahead of who reads them. */
export interface Sink {
  file(facts: Omit<Extract<ReadEvent, { kind: 'file' }>, 'kind'>): void
  table(name: string, shape: TableShape): void
  row(row: SourceRow): Promise<void>
  refused(event: Omit<Extract<ReadEvent, { kind: 'refused' }>, 'kind'>): void
  /** Sends what is left of the last batch. */
  end(): void
}

export interface CreditedSink extends Sink {
  /** One batch was read at the other end. */
  more(): void
}

export function createSink(send: (event: ReadEvent) => void): CreditedSink {
  let rows: SourceRow[] = []
  let chars = 0
  let ahead = 0
  let wake: (() => void) | undefined

  const flush = (): void => {
    if (rows.length === 0) return
    send({ kind: 'rows', rows })
    ahead += 1
    rows = []
    chars = 0
  }
  const tell = (event: ReadEvent): void => {
    flush()
    send(event)
  }
  return {
    file: (facts) => tell({ kind: 'file', ...facts }),
    table: (name, shape) => tell({ kind: 'table', name, shape }),
    refused: (event) => tell({ kind: 'refused', ...event }),
    async row(row) {
      rows.push(row)
      for (const cell of row.cells) chars += cell.length
      if (rows.length < BATCH_ROWS && chars < BATCH_CHARS) return
      flush()
      while (ahead >= BATCHES_AHEAD) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    end: flush,
    more() {
      ahead -= 1
      wake?.()
    }
  }
}
