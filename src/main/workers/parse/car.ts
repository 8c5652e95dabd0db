import { CarBlockIterator } from '@ipld/car/iterator'
import { decode } from '@ipld/dag-cbor'
import type { CID } from 'multiformats/cid'
import { sha256 } from 'multiformats/hashes/sha2'
import { PARSE_LIMITS } from '../../../shared/parse/limits'
import { isRecord, own, type JsonRecord } from './json-text'
import { ParseError } from './parse-failure'
import { blueskyTables, type Repo, type RepoRecord } from './bluesky-items'
import type { Sink } from './sink'
import { readWhole, type Source } from './source'

/** The archive of an account of Bluesky: blocks by their hash, a tree of keys over them, and a commit on top. */

const damaged = (detail: string, cause?: unknown): ParseError => new ParseError('corrupt.import', { detail }, cause === undefined ? undefined : { cause })

const SHA_256 = 0x12

/** True where the content is what its name says. Names of another kind of hash are not used by Bluesky. */
async function isGenuine(cid: CID, bytes: Uint8Array): Promise<boolean> {
  if (cid.multihash.code !== SHA_256) return false
  const { digest } = await sha256.digest(bytes)
  return Buffer.from(digest).equals(Buffer.from(cid.multihash.digest))
}

class Blocks {
  private readonly bytes = new Map<string, Uint8Array>()

  get size(): number {
    return this.bytes.size
  }
  add(cid: CID, bytes: Uint8Array): void {
    if (this.bytes.size >= PARSE_LIMITS.carBlocks) throw new ParseError('unsupported.import-size', { what: 'blocks', limit: PARSE_LIMITS.carBlocks })
    this.bytes.set(cid.toString(), bytes)
  }
  /** A block as a record; undefined where the file does not have it, as with parts of a tree left out. */
  record(link: unknown): JsonRecord | undefined {
    const bytes = isLink(link) ? this.bytes.get(link.toString()) : undefined
    if (!bytes) return undefined
    const value: unknown = decode(bytes)
    return isRecord(value) ? value : undefined
  }
}

const isLink = (value: unknown): value is CID => typeof value === 'object' && value !== null && 'multihash' in value

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Walks the tree of keys in their order; each key is told by what it shares with the one before it. */
class TreeWalk {
  readonly records: RepoRecord[] = []
  private readonly seen = new Set<string>()

  constructor(private readonly blocks: Blocks) {}

  walk(link: unknown, depth: number): void {
    if (!isLink(link)) return
    const name = link.toString()
    // A tree that holds itself has no end.
    if (depth > PARSE_LIMITS.carDepth || this.seen.has(name)) throw damaged('tree')
    this.seen.add(name)
    const node = this.blocks.record(link)
    if (!node) return
    this.walk(own(node, 'l'), depth + 1)
    let key = Buffer.alloc(0)
    for (const entry of list(own(node, 'e')).filter(isRecord)) {
      key = this.keyOf(entry, key)
      this.take(key.toString('utf8'), own(entry, 'v'))
      this.walk(own(entry, 't'), depth + 1)
    }
  }

  private keyOf(entry: JsonRecord, before: Buffer): Buffer<ArrayBuffer> {
    const [shared, rest] = [own(entry, 'p'), own(entry, 'k')]
    if (typeof shared !== 'number' || shared < 0 || shared > before.length || !(rest instanceof Uint8Array) || shared + rest.length > PARSE_LIMITS.carKeyBytes) throw damaged('tree')
    return Buffer.concat([before.subarray(0, shared), rest])
  }

  private take(path: string, link: unknown): void {
    const value = this.blocks.record(link)
    if (value) this.records.push({ path, value })
  }
}

async function blocksOf(bytes: Buffer): Promise<{ blocks: Blocks; roots: CID[] }> {
  const blocks = new Blocks()
  const car = await CarBlockIterator.fromBytes(bytes).catch((error: unknown) => Promise.reject(damaged('car', error)))
  for await (const { cid, bytes: content } of car) {
    if (!(await isGenuine(cid, content))) throw damaged('block-hash')
    blocks.add(cid, content)
  }
  return { blocks, roots: await car.getRoots() }
}

/** @throws ParseError `corrupt.import`, `unsupported.import-size` */
export async function readRepo(bytes: Buffer): Promise<Repo> {
  const { blocks, roots } = await blocksOf(bytes)
  const commit = blocks.record(roots[0])
  const did = commit && own(commit, 'did')
  if (!commit || typeof did !== 'string') throw new ParseError('unsupported.import-kind', { reason: 'binary' })
  const tree = new TreeWalk(blocks)
  tree.walk(own(commit, 'data'), 0)
  return { did, blocks: blocks.size, records: tree.records }
}

/** Reads the posts of such an archive. Lines count posts. */
export async function readCar(source: Source, entry: string | null, sink: Sink): Promise<void> {
  const repo = await readRepo(await readWhole(source, PARSE_LIMITS.carBytes, 'archive'))
  sink.file({ entry, container: 'car', encoding: 'CAR v1 / DAG-CBOR', delimiter: null })
  for (const { id, header, rows } of blueskyTables(repo)) {
    sink.table(id, 'items')
    await sink.row({ line: 0, cells: [...header] })
    for (const [index, cells] of rows.entries()) await sink.row({ line: index + 1, cells })
  }
}
