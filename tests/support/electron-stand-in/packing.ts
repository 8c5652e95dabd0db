/** How values cross between page, test and main process of the stand-in: as JSON, with a mark for what JSON lacks. */
export type Packed =
  | { as: 'json'; json: string }
  | { as: 'undefined' }
  | { as: 'bytes'; bytes: number[] }
  | { as: 'odd'; name: string }

export function pack(value: unknown): Packed {
  if (value === undefined) return { as: 'undefined' }
  if (value instanceof Uint8Array) return { as: 'bytes', bytes: [...value] }
  return { as: 'json', json: JSON.stringify(value) }
}

export function unpack(packed: Packed): unknown {
  switch (packed.as) {
    case 'undefined':
      return undefined
    case 'bytes':
      return new Uint8Array(packed.bytes)
    case 'odd':
      return new Map([[packed.name, packed.name]])
    case 'json':
      return JSON.parse(packed.json)
  }
}
