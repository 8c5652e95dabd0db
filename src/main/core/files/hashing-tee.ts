import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

export interface HashingTee {
  tee: Transform
  /** SHA-256, hex, and size of what went through; to be asked once, at the end. */
  taken: () => { sha256: string; bytes: number }
}

/** Lets bytes through and tells their hash, so that what is written is what was hashed. */
export function hashingTee(): HashingTee {
  const hash = createHash('sha256')
  let bytes = 0
  const tee = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    }
  })
  return { tee, taken: () => ({ sha256: hash.digest('hex'), bytes }) }
}
