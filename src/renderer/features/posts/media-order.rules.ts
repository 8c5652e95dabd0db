/** The list with the thing at `from` put where `to` is; places beyond the ends are the ends. */
export function movedTo<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = [...list]
  const [thing] = rest.splice(from, 1)
  if (thing === undefined) return rest
  rest.splice(Math.max(0, Math.min(rest.length, to)), 0, thing)
  return rest
}
