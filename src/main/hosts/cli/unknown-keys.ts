const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Keys of what was given that reading it left out, as paths: `nonsense`, `variants.0.chanel`. Reading may add keys, with defaults. */
export function droppedKeys(given: unknown, read: unknown, path: readonly (string | number)[] = []): string[] {
  if (Array.isArray(given) && Array.isArray(read) && given.length === read.length) {
    return given.flatMap((one, index) => droppedKeys(one, read[index], [...path, index]))
  }
  if (!isRecord(given) || !isRecord(read)) return []
  return Object.entries(given).flatMap(([key, value]) => {
    const here = [...path, key]
    if (value === undefined) return []
    return key in read ? droppedKeys(value, read[key], here) : [here.join('.')]
  })
}
