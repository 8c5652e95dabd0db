import type { FoundAccount } from '../figure-reader'
import type { SourceRow } from '../../../tables/source-table'
import type { FigureLayout } from './figure-layout'

/** So many accounts are told apart in one table; a file of more is none that a network writes. */
const MOST_ACCOUNTS = 1000

/** Whose figures the rows of a table are. */
export class AccountList {
  private readonly places = new Map<string, number>()
  /** Null while rows come in. */
  private lone: number | undefined | null = null
  private readonly found: { key: string; name: string; rows: number }[] = []

  constructor(private readonly layout: FigureLayout) {}

  private keyOf(row: SourceRow): string {
    return this.layout.text(row, 'account') || this.layout.text(row, 'account-name')
  }

  add(row: SourceRow): void {
    this.lone = null
    const key = this.keyOf(row)
    const place = this.places.get(key)
    const known = place === undefined ? undefined : this.found[place]
    if (known) known.rows += 1
    else if (this.found.length < MOST_ACCOUNTS) {
      this.places.set(key, this.found.length)
      this.found.push({ key, name: this.layout.text(row, 'account-name') || key, rows: 1 })
    }
  }

  /** Rows without an account are those of the only one that is named. To be asked when all rows were seen. */
  private get only(): number | undefined {
    if (this.lone === null) {
      const named = [...this.places].filter(([key]) => key !== '')
      this.lone = named.length === 1 && this.places.has('') ? named[0]?.[1] : undefined
    }
    return this.lone
  }

  placeOf(row: SourceRow): number {
    return this.only === undefined ? (this.places.get(this.keyOf(row)) ?? 0) : 0
  }

  list(network: string): FoundAccount[] {
    const only = this.only === undefined ? undefined : this.found[this.only]
    if (only) return [{ network, key: only.key, name: only.name, rows: this.found.reduce((sum, { rows }) => sum + rows, 0) }]
    return this.found.length === 0 ? [{ network, key: '', name: '', rows: 0 }] : this.found.map((account) => ({ network, ...account }))
  }
}
