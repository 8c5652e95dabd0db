interface Resolved {
  url: string
  shortCircuit?: boolean
}

export async function resolve(
  specifier: string,
  context: object,
  next: (specifier: string, context: object) => Promise<Resolved>
): Promise<Resolved> {
  if (specifier === 'electron') return { url: new URL('./electron.js', import.meta.url).href, shortCircuit: true }
  return next(specifier, context)
}
