/** The ids with the one at `from` put where `to` is; places beyond the ends are the ends. */
export function movedIds(ids: readonly string[], from: number, to: number): string[] {
  const rest = [...ids]
  const [moved] = rest.splice(from, 1)
  if (moved === undefined) return rest
  rest.splice(Math.max(0, Math.min(rest.length, to)), 0, moved)
  return rest
}
