import { describe, expect, it } from 'vitest'
import { gate, needsSession } from '../../src/main/hosts/loopback/gate'
import { loopbackLimits } from '../../src/main/hosts/loopback/limits'
import { createLimitedServer } from '../../src/main/hosts/loopback/limited-server'
import { ownerIn } from '../../src/main/hosts/loopback/peer-owner'
import { isDeeperThan } from '../../src/main/hosts/loopback/read-json'
import { readFacts } from '../../src/main/hosts/loopback/request-facts'

const own = { port: 4100 }
const ours = ['Host', '127.0.0.1:4100']
const ask = (method: string, url: string, ...rawHeaders: string[]) =>
  gate(readFacts({ method, url, rawHeaders: [...ours, ...rawHeaders] }), own)

describe('the gate of the loopback host', () => {
  it('lets the page, its files and pictures through', () => {
    expect(ask('GET', '/')).toBeUndefined()
    expect(ask('GET', '/assets/index-abc.js')).toBeUndefined()
    expect(ask('GET', '/media/abc.def')).toBeUndefined()
  })

  it('lets operations through when they are sent as JSON', () => {
    expect(ask('POST', '/rpc/system/info', 'Content-Type', 'application/json')).toBeUndefined()
    expect(ask('POST', '/rpc/system/info', 'Content-Type', 'application/json; charset=utf-8')).toBeUndefined()
    expect(ask('POST', '/rpc/system/info', 'Content-Type', 'text/plain')).toBe('contentType')
  })

  it('takes uploads as bytes only', () => {
    expect(ask('POST', '/upload', 'Content-Type', 'application/octet-stream')).toBeUndefined()
    expect(ask('POST', '/upload', 'Content-Type', 'application/json')).toBe('contentType')
  })

  it('allows an upload the size of the largest file and other bodies less', () => {
    const upload = (bytes: number) => ask('POST', '/upload', 'Content-Type', 'application/octet-stream', 'Content-Length', String(bytes))
    const call = (bytes: number) => ask('POST', '/rpc/a/b', 'Content-Type', 'application/json', 'Content-Length', String(bytes))
    expect(upload(loopbackLimits.uploadBytes)).toBeUndefined()
    expect(upload(loopbackLimits.uploadBytes + 1)).toBe('bodySize')
    expect(call(loopbackLimits.bodyBytes)).toBeUndefined()
    expect(call(loopbackLimits.bodyBytes + 1)).toBe('bodySize')
  })

  it('wants the origin to be the one that the Host header names', () => {
    const from = (host: string, origin: string) =>
      gate(readFacts({ method: 'GET', url: '/', rawHeaders: ['Host', host, 'Origin', origin] }), own)
    expect(from('localhost:4100', 'http://localhost:4100')).toBeUndefined()
    expect(from('localhost:4100', 'http://127.0.0.1:4100')).toBe('origin')
  })

  it('asks for a session for operations and uploads alone', () => {
    expect(['/rpc/a/b', '/upload'].map(needsSession)).toEqual([true, true])
    expect(['/', '/assets/a.js', '/media/a.b', '/session'].map(needsSession)).toEqual([false, false, false, false])
  })
})

describe('the server of the loopback host', () => {
  it('gives slow senders thirty seconds and few sockets', () => {
    const server = createLimitedServer(() => Promise.resolve())
    expect(server.headersTimeout).toBe(30_000)
    expect(server.requestTimeout).toBe(loopbackLimits.uploadMs)
    expect(server.maxConnections).toBe(loopbackLimits.sockets)
    expect(server.keepAliveTimeout).toBeLessThanOrEqual(10_000)
  })
})

describe('a body', () => {
  it('may be as deep as the limit and no deeper, without being read recursively', () => {
    const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1)
    expect(isDeeperThan(nested(64), 64)).toBe(false)
    expect(isDeeperThan(nested(65), 64)).toBe(true)
    expect(isDeeperThan(nested(100_000), 64)).toBe(true)
  })
})

describe('the owner of a connection', () => {
  const table = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    '   0: 0100007F:1004 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1 1',
    '   1: 0100007F:D431 0100007F:1004 01 00000000:00000000 00:00000000 00000000  1001        0 2 1',
    '   2: 0100007F:1004 0100007F:D431 01 00000000:00000000 00:00000000 00000000  1000        0 3 1'
  ].join('\n')

  it('is the user of the far end', () => {
    expect(ownerIn(table, 0xd431, 0x1004)).toBe(1001)
  })

  it('is unknown when the connection is not in the table', () => {
    expect(ownerIn(table, 0xd432, 0x1004)).toBeUndefined()
    expect(ownerIn('', 1, 2)).toBeUndefined()
  })
})
