function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase()

/** The file that a plan means by a name, a path or an address, as the library compares it. */
const keysIn = (named: string): string[] => {
  const path = /^https?:\/\//i.test(named) ? (named.split(/[?#]/, 1)[0] ?? '') : named
  const last = path.split(/[\\/]/).at(-1) ?? path
  return [keyOf(last), keyOf(decoded(last))]
}

/** Of the files, those that the plan names and the library does not have. */
export function namedFiles<F extends { name: string }>(missing: readonly string[], files: readonly F[]): F[] {
  const wanted = new Set(missing.flatMap(keysIn))
  return files.filter(({ name }) => wanted.has(keyOf(name)))
}
