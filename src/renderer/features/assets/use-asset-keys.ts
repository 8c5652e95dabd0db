import { useAssetSelection } from './asset-selection.store'

interface Moves {
  total(): number
  /** The index above or below. */
  vertical(index: number, direction: -1 | 1): number
  /** How many rows a page down goes. */
  pageRows(): number
  horizontal: boolean
  reveal(index: number): void
}

export interface AssetKeyEvents {
  open(index: number): void
  look(index: number): void
}

/** The keys of a list of assets: arrows, Home, End and the page keys, with Shift and Ctrl as in a file manager. */
export function useAssetKeys(moves: Moves, events: AssetKeyEvents) {
  const selection = useAssetSelection()

  function repeated(index: number, direction: -1 | 1): number {
    let at = index
    for (let row = 0; row < Math.max(1, moves.pageRows()); row += 1) at = moves.vertical(at, direction)
    return at
  }

  function target(key: string, index: number): number | undefined {
    const last = moves.total() - 1
    if (index < 0) return /^(?:Arrow|Page|Home|End)/.test(key) ? (key === 'End' ? last : 0) : undefined
    if (key === 'ArrowUp') return moves.vertical(index, -1)
    if (key === 'ArrowDown') return moves.vertical(index, 1)
    if (key === 'ArrowLeft') return moves.horizontal ? Math.max(0, index - 1) : undefined
    if (key === 'ArrowRight') return moves.horizontal ? Math.min(last, index + 1) : undefined
    if (key === 'PageUp') return repeated(index, -1)
    if (key === 'PageDown') return repeated(index, 1)
    if (key === 'Home') return 0
    if (key === 'End') return last
    return undefined
  }

  function act(event: KeyboardEvent, index: number, command: boolean): boolean {
    if (event.key === 'Enter' && index >= 0) events.open(index)
    else if (event.key === ' ' && command && index >= 0) void selection.pick(index, { range: false, toggle: true })
    else if (event.key === ' ' && index >= 0) events.look(index)
    else return false
    return true
  }

  function onKeydown(event: KeyboardEvent): void {
    if (event.altKey || event.target !== event.currentTarget) return
    const command = event.ctrlKey || event.metaKey
    const index = selection.focus ?? -1
    const next = moves.total() === 0 ? undefined : target(event.key, index)
    if (next !== undefined) {
      if (command && !event.shiftKey) selection.focusOn(next)
      else void selection.pick(next, { range: event.shiftKey, toggle: false })
      moves.reveal(next)
    } else if (!act(event, index, command)) return
    event.preventDefault()
  }

  function onClick(event: MouseEvent, index: number): void {
    void selection.pick(index, { range: event.shiftKey, toggle: event.ctrlKey || event.metaKey })
  }

  return { onKeydown, onClick }
}
