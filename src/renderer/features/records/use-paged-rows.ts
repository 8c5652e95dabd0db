import { computed, ref, shallowReactive, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { subscribeEvents } from '../../api'
import { useClientShell } from '../../app'

interface PagedSource<Row, Answer extends { total: number }> {
  /** Rows of a page. */
  size: number
  /** Undefined where there is nothing to ask yet. */
  read: (clientId: string, part: { offset: number; limit: number }) => Promise<Answer> | undefined
  rowsOf: (answer: Answer) => Row[]
  /** After an answer was taken in. */
  taken?: (answer: Answer) => void
}

/** What stays in sight until another question is answered. */
type Kept = 'nothing' | 'total' | 'rows'

export interface PagedRows<Row> {
  pages: Map<number, Row[]>
  total: Ref<number>
  state: Ref<'loading' | 'ready' | 'failed'>
  failure: ShallowRef<unknown>
  /** One place for each row; what is not read yet is undefined. */
  places: ComputedRef<(Row | undefined)[]>
  rowAt: (index: number) => Row | undefined
  /** Says which rows are in view, by their first and last place; what is missing is read. */
  show: (first: number, last: number) => Promise<void>
  showPages: (inView: readonly number[]) => Promise<void>
  /** Reads again what is in view and forgets the rest; what is shown stays until the new rows are there. */
  refresh: () => Promise<void>
  /** Begins anew with another question. */
  reset: (kept?: Kept) => Promise<void>
  empty: () => void
}

function pagesBetween(first: number, last: number, size: number): number[] {
  const [from, to] = [Math.floor(Math.max(0, first) / size), Math.floor(Math.max(0, last) / size)]
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** A long list of the open client, read by pages as they come into view. An answer to an older question is dropped. */
export function usePagedRows<Row, Answer extends { total: number }>({ size, read, rowsOf, taken }: PagedSource<Row, Answer>): PagedRows<Row> {
  const shell = useClientShell()
  const pages: Map<number, Row[]> = shallowReactive(new Map<number, Row[]>())
  const total = ref(0)
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const failure = shallowRef<unknown>()
  const onTheirWay = new Set<number>()
  let inView: readonly number[] = [0]
  /** What is shown belongs to another question; it stays until the first answer to this one is there. */
  let isStale = false
  let turn = 0

  const rowAt = (index: number): Row | undefined => pages.get(Math.floor(index / size))?.[index % size]
  const places = computed(() => Array.from({ length: total.value }, (_, index) => rowAt(index)))

  function take(page: number, answer: Answer): void {
    if (isStale) pages.clear()
    isStale = false
    total.value = answer.total
    pages.set(page, rowsOf(answer))
    taken?.(answer)
    state.value = 'ready'
  }
  async function fetchPage(page: number): Promise<void> {
    const asked = turn
    const answer = shell.currentId === undefined ? undefined : read(shell.currentId, { offset: page * size, limit: size })
    if (answer === undefined) return
    onTheirWay.add(page)
    try {
      const found = await answer
      if (asked === turn) take(page, found)
    } catch (error) {
      if (asked === turn) [failure.value, state.value] = [error, 'failed']
    } finally {
      if (asked === turn) onTheirWay.delete(page)
    }
  }

  async function showPages(wanted: readonly number[]): Promise<void> {
    inView = wanted.length > 0 ? wanted : [0]
    await Promise.all(inView.filter((page) => !pages.has(page) && !onTheirWay.has(page)).map(fetchPage))
  }
  const show = (first: number, last: number): Promise<void> => showPages(pagesBetween(first, last, size))
  async function refresh(): Promise<void> {
    turn += 1
    onTheirWay.clear()
    if (!isStale) for (const page of pages.keys()) if (!inView.includes(page)) pages.delete(page)
    await Promise.all(inView.map(fetchPage))
  }
  function empty(): void {
    pages.clear()
    total.value = 0
    state.value = 'loading'
  }
  async function reset(kept: Kept = 'nothing'): Promise<void> {
    isStale = kept === 'rows'
    if (kept === 'nothing') empty()
    if (kept === 'total') pages.clear()
    if (kept === 'rows' && state.value === 'failed') state.value = 'loading'
    inView = [0]
    await refresh()
  }

  return { pages, total, state, failure, places, rowAt, show, showPages, refresh, reset, empty }
}

const PAUSE = 150

/** Reads again after tables of the open client changed or the connection came back. Many changes at once are one reading. */
export function followTables(tables: RegExp, read: () => unknown): void {
  const shell = useClientShell()
  let soon: ReturnType<typeof setTimeout> | undefined
  subscribeEvents((event) => {
    const ours = event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.some((table) => tables.test(table))
    if (!ours && event.type !== 'ready') return
    soon ??= setTimeout(() => {
      soon = undefined
      read()
    }, PAUSE)
  })
}
