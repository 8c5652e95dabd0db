/** What is chosen in a list, as a file manager has it. `anchor` is where a Shift selection begins; `focus` has the ring. */
export interface Selection {
  ids: ReadonlySet<string>
  anchor: number | null
  focus: number | null
}

export interface Modifiers {
  /** Shift: from the anchor to here. */
  range: boolean
  /** Ctrl or Cmd: this one more, or one less. */
  toggle: boolean
}

export const emptySelection: Selection = { ids: new Set(), anchor: null, focus: null }

const between = (one: number, other: number): [number, number] => [Math.min(one, other), Math.max(one, other)]

/** The id at a place of the list; undefined where it is not known. */
export type IdAt = (index: number) => string | undefined

/** Selection after a click, or after the focus moved by a key. */
export function selectAt(selection: Selection, index: number, idAt: IdAt, modifiers: Modifiers): Selection {
  const id = idAt(index)
  if (id === undefined) return selection
  if (modifiers.range) {
    const anchor = selection.anchor ?? selection.focus ?? index
    const [from, to] = between(anchor, index)
    const run = Array.from({ length: to - from + 1 }, (_, offset) => idAt(from + offset)).filter((one) => one !== undefined)
    return { ids: new Set(modifiers.toggle ? [...selection.ids, ...run] : run), anchor, focus: index }
  }
  if (modifiers.toggle) {
    const ids = new Set(selection.ids)
    if (!ids.delete(id)) ids.add(id)
    return { ids, anchor: index, focus: index }
  }
  return { ids: new Set([id]), anchor: index, focus: index }
}

/** Selection of everything a marquee touches; with Ctrl or Cmd, added to what was chosen before the drag. */
export function selectWithin(before: Selection, ids: readonly string[], add: boolean): Selection {
  return { ...before, ids: new Set(add ? [...before.ids, ...ids] : ids) }
}

/** A right click acts on the selection when it lies inside it, else on what was clicked. */
export function selectForMenu(selection: Selection, index: number, idAt: IdAt): Selection {
  const id = idAt(index)
  if (id !== undefined && selection.ids.has(id)) return { ...selection, focus: index }
  return selectAt(selection, index, idAt, { range: false, toggle: false })
}

/** Keeps what is still in the list. */
export function keepListed(selection: Selection, order: readonly string[]): Selection {
  const listed = new Set(order)
  const ids = new Set([...selection.ids].filter((id) => listed.has(id)))
  const inside = (index: number | null): number | null => (index === null || order.length === 0 ? null : Math.min(index, order.length - 1))
  return { ids, anchor: inside(selection.anchor), focus: inside(selection.focus) }
}
