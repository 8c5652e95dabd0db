/** Looks up what a table of ours says of a word from outside, which may be `constructor` or `__proto__`. */
export function ownEntry<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}
