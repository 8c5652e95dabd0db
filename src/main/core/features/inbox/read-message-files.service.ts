import { isAppError } from '../../../../shared/errors/app-error'
import type { MessagePreview } from '../../../../shared/features/inbox/message-import.schema'
import { findMessageFormat, type FoundFormat } from '../../../../shared/features/inbox/reading/message-formats'
import { readMailRow, type MailFacts } from '../../../../shared/features/inbox/reading/notification-mail'
import type { Cells, RawMessage } from '../../../../shared/features/inbox/reading/raw-message'
import type { ReadEvent } from '../../../../shared/parse/protocol'
import type { CoreServices } from '../../context'

/** Messages of one table of a file, of one network. */
export interface MessageTable {
  file: number
  name: string
  entry: string | null
  format: string
  network: string
  kind: 'messages' | 'own_comments' | 'notification'
  rows: number
  systemTexts: number
  skipped: number
  messages: RawMessage[]
  facts: Partial<MailFacts>
}

export interface ReadMessages {
  tables: MessageTable[]
  refused: MessagePreview['refused']
  /** Ids and names that an archive names as its own, by network. */
  owners: Map<string, string[]>
}

const MOST = 500_000
/** A box of mails is told by its counts; the facts of a mail are of one that comes alone. */
const cellsBy = (header: readonly string[]): ((cells: readonly string[]) => Cells) => {
  const places = new Map(header.map((name, index) => [name, index]))
  return (cells) => (column) => cells[places.get(column) ?? -1] ?? ''
}

const isFacebook = (where: string): boolean => /facebook|messenger/i.test(where)
const isInstagram = (where: string): boolean => /instagram/i.test(where)

class FileReading {
  readonly tables: MessageTable[] = []
  readonly refused: MessagePreview['refused'] = []
  readonly owners: string[] = []
  private entry: string | null = null
  private container = ''
  private table = { name: '', shape: '' }
  private headered = false
  private found: FoundFormat | undefined
  private cellsOf: ((cells: readonly string[]) => Cells) | undefined
  private current: MessageTable | undefined
  private count = 0

  constructor(
    private readonly file: number,
    private readonly name: string
  ) {}

  take(event: ReadEvent): void {
    if (event.kind === 'file') {
      this.entry = event.entry
      this.container = event.container
    } else if (event.kind === 'refused') this.refused.push({ file: this.file, name: this.name, entry: event.entry, error: event.error })
    else if (event.kind === 'table') {
      this.table = { name: event.name, shape: event.shape }
      this.headered = false
      this.current = undefined
    } else for (const { cells } of event.rows) this.takeRow(cells)
  }

  private takeRow(cells: readonly string[]): void {
    if (!this.headered) return this.begin(cells)
    if (this.table.name === 'x.archive.account' && this.table.shape === 'items') this.owners.push(...cells.filter((cell) => cell !== ''))
    else if (this.table.name === 'mail' && this.table.shape === 'items') this.takeMail(cells)
    else if (this.found && this.current) this.takeMessage(this.found, this.current, cells)
  }

  private begin(header: readonly string[]): void {
    const { name, shape } = this.table
    // Some exports have a line or two above their headers.
    this.headered = true
    this.cellsOf = cellsBy(header)
    this.found = findMessageFormat(name, shape, header)
    if (this.found) this.current = this.open(this.found.format.id, this.found.format.network, this.found.format.kind)
  }

  private open(format: string, network: string, kind: MessageTable['kind']): MessageTable {
    const table: MessageTable = { file: this.file, name: this.name, entry: this.entry, format, network, kind, rows: 0, systemTexts: 0, skipped: 0, messages: [], facts: {} }
    this.tables.push(table)
    return table
  }

  private takeMessage({ format, cellsOf }: FoundFormat, table: MessageTable, cells: readonly string[]): void {
    if (cells.every((cell) => cell.trim() === '')) return
    const cell = cellsOf(cells)
    const where = `${this.name} ${this.entry ?? ''} ${format.id === 'meta.messages' ? cell('attachments') : ''}`
    if (format.id === 'meta.messages' && !isInstagram(where) && isFacebook(where)) table.network = 'facebook'
    this.add(table, format.read(cell))
  }

  private takeMail(cells: readonly string[]): void {
    const cell = this.cellsOf?.(cells)
    if (!cell) return
    const { facts, reading, network } = readMailRow(cell)
    const table = this.tables.find((one) => one.entry === this.entry && one.format === 'mail' && one.network === network) ?? this.open('mail', network, 'notification')
    if (this.container === 'mail') table.facts = facts
    this.add(table, reading)
  }

  private add(table: MessageTable, reading: RawMessage | 'system' | 'skipped'): void {
    table.rows += 1
    this.count += 1
    if (reading === 'system') table.systemTexts += 1
    else if (reading === 'skipped' || this.count > MOST) table.skipped += 1
    else table.messages.push(reading)
  }
}

/** Reads files for the messages in them. A file without any is no failure: it holds something else. @throws AppError `not-found.file-token` */
export async function readMessageFiles(core: CoreServices, tokens: readonly string[], signal?: AbortSignal): Promise<ReadMessages> {
  const all: ReadMessages = { tables: [], refused: [], owners: new Map() }
  for (const [file, token] of tokens.entries()) {
    const { path, name } = core.tokens.resolve(token)
    const reading = new FileReading(file, name)
    try {
      await core.parse.read({ path, name }, (event) => reading.take(event), { signal })
    } catch (error) {
      if (!isAppError(error) || signal?.aborted === true) throw error
      all.refused.push({ file, name, entry: null, error: { code: error.code, data: error.data as Record<string, string | number> } })
    }
    all.tables.push(...reading.tables)
    all.refused.push(...reading.refused)
    if (reading.owners.length > 0) all.owners.set('x', [...(all.owners.get('x') ?? []), ...reading.owners])
  }
  return all
}
