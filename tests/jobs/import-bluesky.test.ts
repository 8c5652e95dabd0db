import { CarBufferWriter } from '@ipld/car'
import * as dagCbor from '@ipld/dag-cbor'
import { CID } from 'multiformats/cid'
import { sha256 } from 'multiformats/hashes/sha2'
import { describe, expect, it } from 'vitest'
import { readFiguresOf } from '../../src/shared/features/figures/create-figure-reader'
import { readTables, startParsePool } from '../support/read-tables'
import { putFile } from '../support/table-files'
import { tempFolder } from '../support/temp-folder'

interface Block {
  cid: CID
  bytes: Uint8Array
}

async function block(value: unknown): Promise<Block> {
  const bytes = dagCbor.encode(value)
  return { cid: CID.createV1(dagCbor.code, await sha256.digest(bytes)), bytes }
}

const DID = 'did:plc:museum'
const key = (text: string): Uint8Array => new TextEncoder().encode(text)

/** An archive of two posts, one in a branch of the tree, and a like. */
async function makeRepo() {
  const first = await block({ $type: 'app.bsky.feed.post', text: 'Open on Monday', createdAt: '2026-01-10T09:00:00.000Z', embed: { $type: 'app.bsky.embed.images', images: [{ alt: 'a door' }] } })
  const second = await block({ $type: 'app.bsky.feed.post', text: 'Yes', createdAt: '2026-01-11T09:00:00.000Z', reply: { root: {}, parent: {} } })
  const like = await block({ $type: 'app.bsky.feed.like', createdAt: '2026-01-12T09:00:00.000Z' })
  const leaf = await block({ l: null, e: [{ p: 0, k: key('app.bsky.feed.post/3mc2niyat222z'), v: second.cid, t: null }] })
  const root = await block({ l: null, e: [{ p: 0, k: key('app.bsky.feed.like/3mc2aaaaaaaaa'), v: like.cid, t: null }, { p: 14, k: key('post/3mc2niyat222b'), v: first.cid, t: leaf.cid }] })
  const commit = await block({ did: DID, version: 3, rev: '3mc', prev: null, data: root.cid, sig: key('unsigned') })
  return { blocks: [commit, root, leaf, first, second, like], commit }
}

function carOf(root: CID, blocks: readonly Block[]): Buffer {
  const writer = CarBufferWriter.createWriter(new ArrayBuffer(20_000), { roots: [root] })
  for (const one of blocks) writer.write(one)
  return Buffer.from(writer.close({ resize: true }))
}

async function read(bytes: Buffer) {
  const pool = await startParsePool()
  return readTables(pool, await putFile(await tempFolder(), 'repo.car', bytes))
}

describe('the archive of a Bluesky account', () => {
  it('gives its own posts, in the order of their keys, and counts what else is in it', async () => {
    const { blocks, commit } = await makeRepo()
    const { tables, files } = await read(carOf(commit.cid, blocks))
    expect(files[0]).toMatchObject({ container: 'car' })
    const figures = readFiguresOf({ name: tables[0]!.name, shape: 'items', rows: tables[0]!.rows, fileName: 'repo.car', entry: null })!
    expect(figures.facts).toMatchObject({ platform: 'bluesky', kind: 'own_posts', rows: 2, did: DID, likes_given: 1, reposts: 0, replies: 1, with_images: 1, records: 3, blocks_in_file: 6, first_key: 'app.bsky.feed.post/3mc2niyat222b' })
    expect(figures.drafts.map(({ subject }) => subject)).toEqual([
      { kind: 'post', key: '3mc2niyat222b', text: 'Open on Monday', permalink: `https://bsky.app/profile/${DID}/post/3mc2niyat222b`, publishedAt: '2026-01-10T09:00:00.000Z' },
      { kind: 'post', key: '3mc2niyat222z', text: 'Yes', permalink: `https://bsky.app/profile/${DID}/post/3mc2niyat222z`, publishedAt: '2026-01-11T09:00:00.000Z', format: 'reply' }
    ])
    expect(figures.accounts).toEqual([{ network: 'bluesky', key: DID, name: DID, rows: 2 }])
  })

  it('with a block that is not what its hash says is refused', async () => {
    const { blocks, commit } = await makeRepo()
    const forged = blocks.map(({ cid, bytes }, index) => ({ cid, bytes: index === 3 ? dagCbor.encode({ text: 'Something else' }) : bytes }))
    await expect(read(carOf(commit.cid, forged))).rejects.toMatchObject({ code: 'corrupt.import' })
  })

  it('cut short is refused', async () => {
    const { blocks, commit } = await makeRepo()
    await expect(read(carOf(commit.cid, blocks).subarray(0, 500))).rejects.toMatchObject({ code: 'corrupt.import' })
  })

  it('whose tree leads to nothing that is there has no posts', async () => {
    const { blocks, commit } = await makeRepo()
    const { tables } = await read(carOf(commit.cid, blocks.slice(0, 1)))
    expect(tables[0]?.rows).toHaveLength(1)
  })
})
