import type { FoundAccount } from '../figure-reader'
import type { SourceRow } from '../../../tables/source-table'
import type { FigureLayout } from './figure-layout'

/** So many accounts are told apart in one table; a file of more is none that a network writes. */
const MOST_ACCOUNTS = 1000

/** Whose figures the rows of a table are. */
export class AccountList {
  private readonly places = new Map<string, number>()
  private readonly found: { key: string; name: string; rows: number }[] = []

  constructor(private readonly layout: FigureLayout) {}

  private keyOf(row: SourceRow): string {
    return this.layout.text(row, 'account') || this.layout.text(row, 'account-name')
  }

  add(row: SourceRow): void {
    const key = this.keyOf(row)
    const place = this.places.get(key)
    const known = place === undefined ? undefined : this.found[place]
    if (known) known.rows += 1
    else if (this.found.length < MOST_ACCOUNTS) {
      this.places.set(key, this.found.length)
      this.found.push({ key, name: this.layout.text(row, 'account-name') || key, rows: 1 })
    }
  }

  placeOf(row: SourceRow): number {
    return this.places.get(this.keyOf(row)) ?? 0
  }

  list(network: string): FoundAccount[] {
    return this.found.length === 0 ? [{ network, key: '', name: '', rows: 0 }] : this.found.map((account) => ({ network, ...account }))
  }
}
