import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VIDEO_BYTES } from '../../src/shared/media/video'
import { startLoopback, type TestHost } from '../support/loopback'
import { sendRaw, sendText, type RawAnswer, type RawRequest } from '../support/raw-http'
import { expectRefused, expectSecured } from '../support/refusal'

type Header = readonly [string, string]

let host: TestHost
let token: string
beforeAll(async () => {
  host = await startLoopback()
  token = await host.openSession()
})
afterAll(() => host.stop())

const fill = (text: string) => text.replace(/PORT/g, String(host.port)).replace(/OTHER/g, String(host.port + 1))
const get = (path: string, headers: readonly Header[] = []) =>
  sendRaw(host.port, { path, headers: [['Host', fill('127.0.0.1:PORT')], ...headers.map(([name, value]) => [name, fill(value)] as const)] })

/** A POST as the page sends it; `headers` replace or add, an empty value leaves one out. */
function post(path: string, changed: Record<string, string> = {}, body = '{}', more: readonly Header[] = []): Promise<RawAnswer> {
  const headers = {
    Host: '127.0.0.1:PORT',
    'Content-Type': 'application/json',
    'X-Greenroom-Token': token,
    'Content-Length': String(Buffer.byteLength(body)),
    ...changed
  }
  const sent = Object.entries(headers).filter(([, value]) => value !== '')
  return sendRaw(host.port, { method: 'POST', path, headers: [...sent.map(([name, value]) => [name, fill(value)] as const), ...more], body })
}
const call = (changed?: Record<string, string>, body?: string, more?: readonly Header[]) => post('/rpc/system/info', changed, body, more)

describe('a page of ours', () => {
  it('is served, calls operations, and is told nothing about other origins', async () => {
    const [page, info] = await Promise.all([get('/'), call()])
    expect([page.status, info.status]).toEqual([200, 200])
    expect(info.body).toContain('"host":"loopback"')
    for (const answer of [page, info]) expectSecured(answer)
  })

  it.each(['127.0.0.1:PORT', 'localhost:PORT'])('may call the host %s', async (name) => {
    expect((await call({ Host: name })).status).toBe(200)
    expect((await call({ Host: name, Origin: `http://${name}` })).status).toBe(200)
  })

  it.each(['same-origin', 'none'])('may come from the site %s', async (site) => {
    expect((await call({ 'Sec-Fetch-Site': site })).status).toBe(200)
  })
})

describe('the name of the host', () => {
  it.each([
    '127.evil.test', '127.evil.test:PORT', '127.0.0.1.evil.test', '127.0.0.1.evil.test:PORT', 'localhost.evil.test:PORT', 'evil.test',
    'evil.test:PORT', '127.0.0.1', 'localhost', '127.0.0.1:OTHER', 'localhost:OTHER', '127.0.0.2:PORT', '127.1:PORT', '0.0.0.0:PORT',
    '[::1]:PORT', '[::ffff:127.0.0.1]:PORT', '2130706433:PORT', '0x7f000001:PORT', '017700000001:PORT', 'user@127.0.0.1:PORT',
    '127.0.0.1:PORT@evil.test', '127.0.0.1:PORT,evil.test', 'LOCALHOST:PORT', 'localhost.:PORT', '127.0.0.1:PORT.', '127.0.0.1:0PORT',
    'http://127.0.0.1:PORT', '127.0.0.1:PORT/', '127.0.0.1:PORT#', ' '
  ])('is not %s', async (name) => {
    expectRefused(await sendRaw(host.port, { headers: [['Host', fill(name)]] }), 421)
  })

  it.each([
    ['missing', '1.1', []],
    ['missing as old clients do', '1.0', []],
    ['given twice', '1.1', ['127.0.0.1:PORT', '127.0.0.1:PORT']],
    ['given twice, ours first', '1.1', ['127.0.0.1:PORT', 'evil.test']],
    ['given twice, ours last', '1.1', ['evil.test', '127.0.0.1:PORT']]
  ] as const)('is not %s', async (_how, version, names) => {
    expectRefused(await sendRaw(host.port, { version, headers: names.map((name) => ['Host', fill(name)] as const) }), 421)
  })
})

describe('the origin of a request', () => {
  it.each([
    'null', 'http://evil.test', 'https://127.0.0.1:PORT', 'http://127.0.0.1', 'http://127.0.0.1:OTHER', 'http://localhost:PORT',
    'http://127.0.0.1:PORT.evil.test', 'http://127.evil.test:PORT', 'file://', 'app://greenroom', 'http://127.0.0.1:PORT/',
    'chrome-extension://abcdefgh', 'http://127.0.0.1:PORT http://evil.test', 'HTTP://127.0.0.1:PORT'
  ])('is not %s', async (origin) => {
    expectRefused(await call({ Origin: origin }), 403)
    expectRefused(await get('/', [['Origin', origin]]), 403)
  })

  it('is not given twice', async () => {
    const ours = ['Origin', fill('http://127.0.0.1:PORT')] as const
    expectRefused(await call({}, '{}', [ours, ours]), 403)
  })

  it.each(['same-site', 'cross-site', 'Same-Origin', 'same-origin, cross-site', 'anything'])('is not the site %s', async (site) => {
    expectRefused(await call({ 'Sec-Fetch-Site': site }), 403)
    for (const path of ['/', '/media/abc.def']) expectRefused(await get(path, [['Sec-Fetch-Site', site]]), 403)
  })
})

describe('the method and the type of a request', () => {
  it.each([
    ['/', ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']],
    ['/media/abc.def', ['POST', 'PUT', 'DELETE', 'OPTIONS']],
    ['/rpc/system/info', ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']],
    ['/upload', ['GET', 'PUT', 'OPTIONS']],
    ['/session', ['GET', 'PUT', 'OPTIONS']]
  ])('of %s are the one it is made for', async (path, methods) => {
    for (const method of methods) {
      const request: RawRequest = { method, path, headers: [['Host', fill('127.0.0.1:PORT')], ['Content-Type', 'application/json'], ['X-Greenroom-Token', token]] }
      expectRefused(await sendRaw(host.port, request), 405)
    }
    const head = await sendRaw(host.port, { method: 'HEAD', path, headers: [['Host', fill('127.0.0.1:PORT')]] })
    expect([head.status, head.body]).toEqual([405, ''])
  })

  it('of a preflight are refused without a word on what would be allowed', async () => {
    const asks: Header[] = [['Origin', 'http://evil.test'], ['Access-Control-Request-Method', 'POST'], ['Access-Control-Request-Headers', 'x-greenroom-token'], ['Access-Control-Request-Private-Network', 'true']]
    expectRefused(await sendRaw(host.port, { method: 'OPTIONS', path: '/rpc/system/info', headers: [['Host', fill('127.0.0.1:PORT')], ...asks] }), 403)
    expectRefused(await sendRaw(host.port, { method: 'OPTIONS', path: '/rpc/system/info', headers: [['Host', fill('127.0.0.1:PORT')], ...asks.slice(1)] }), 405)
  })

  it.each([
    '', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/octet-stream', 'application/jsonp',
    'text/plain; application/json', 'application/json, text/plain', 'application/json; charset=utf-16', 'application/xml'
  ])('of an operation are not “%s”', async (type) => {
    expectRefused(await call({ 'Content-Type': type }), 415)
  })

  it('of an operation are not given twice', async () => {
    expectRefused(await call({}, '{}', [['Content-Type', 'text/plain']]), 415)
  })

  it.each(['', 'application/json', 'text/plain', 'multipart/form-data; boundary=x'])('of an upload are not “%s”', async (type) => {
    expectRefused(await post('/upload', { 'Content-Type': type, 'X-File-Name': 'a.jpg' }, 'bytes'), 415)
  })
})

describe('paths', () => {
  it.each([
    '/../package.json', '/..%2fpackage.json', '/%2e%2e/package.json', '/%2e%2e%2fpackage.json', '/assets/../index.html', '/assets/../../main/loopback.js',
    '/assets/..%2f..%2fmain%2floopback.js', '/assets/%2e%2e/%2e%2e/main/loopback.js', '/..\\package.json', '/assets\\..\\index.html', '/%5c..%5cpackage.json',
    '//etc/passwd', '///etc/passwd', '/etc/passwd', '/./', '/assets/./', '/index.html', '/index.html%00.js', '/assets/%00', '/catalog.sqlite', '/workspaces',
    '/uploads', '/main/loopback.js', '/out/main/loopback.js', '/.git/config', '/package.json', '/constructor', '/__proto__', '/assets', '/assets/', '/favicon.ico/..',
    '/%c0%ae%c0%ae/package.json', '/..;/package.json', '/?/../package.json/..', 'http://evil.test/', '*'
  ])('lead to no file: %s', async (path) => {
    const answer = await get(path)
    if (path.startsWith('/?')) expect(answer.body).toContain('<!doctype html>')
    else expectRefused(answer, 404)
  })

  it.each([
    '/media/', '/media/a', '/media/a.b', '/media/../catalog.sqlite', '/media/..%2fcatalog.sqlite', '/media/a.b/../../', '/media/a.b/c', '/media/%2e%2e/x',
    '/media/eyJraW5kIjoib3JpZ2luYWwifQ.AAAA', '/media/.', '/media/a.', '/media/.b', `/media/${'A'.repeat(4000)}.${'B'.repeat(4000)}`
  ])('lead to no picture without a good signature: %s', async (path) => {
    expectRefused(await get(path), 404)
  })

  it('lead to operations of the contract only', async () => {
    for (const path of ['/rpc/', '/rpc/system', '/rpc/system/nothing', '/rpc/constructor', '/rpc/__proto__/info', '/rpc/system/info/more']) {
      expectRefused(await post(path), 404)
    }
  })
})

describe('what a request may bring', () => {
  it('is at most a hundred headers of sixteen kilobytes', async () => {
    const many = Array.from({ length: 120 }, (_, at) => [`X-${at}`, '1'] as const)
    expectRefused(await get('/', many), 431)
    expectRefused(await get('/', [['X-Long', 'a'.repeat(20_000)]]), 431)
  })

  it('is at most ten megabytes, announced or not', async () => {
    expectRefused(await call({ 'Content-Length': '10000001' }, ''), 413)
    const part = `100000\r\n${'x'.repeat(0x100000)}\r\n`
    expectRefused(await call({ 'Content-Length': '', 'Transfer-Encoding': 'chunked' }, part.repeat(11)), 413)
    expectRefused(await post('/upload', { 'Content-Type': 'application/octet-stream', 'Content-Length': String(VIDEO_BYTES + 1), 'X-File-Name': 'a.jpg' }, ''), 413)
    expectRefused(await get('/', [['Content-Length', '1']]), 413)
  })

  it('is JSON that can be read and is not too deep', async () => {
    for (const body of ['{', 'null{', `${'['.repeat(100_000)}${']'.repeat(100_000)}`]) expectRefused(await call({}, body), 400)
    expect((await call()).status).toBe(200)
  })

  it('is HTTP, without a change of protocol', async () => {
    expectRefused(await sendText(host.port, 'nonsense\r\n\r\n'), 400)
    expectRefused(await sendText(host.port, 'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n'), 400)
    expectRefused(await get('/', [['Upgrade', 'websocket'], ['Sec-WebSocket-Key', 'AAAAAAAAAAAAAAAAAAAAAA=='], ['Sec-WebSocket-Version', '13']]), 400)
    expectRefused(await call({ Expect: '100-continue' }), 400)
    expect((await sendText(host.port, 'CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443\r\n\r\n')).status).toBe(0)
  })

  it('is a session’s token in its own header, and nothing else that could pass for one', async () => {
    const without = (more: Record<string, string>, path = '/rpc/system/info') => post(path, { 'X-Greenroom-Token': '', ...more })
    const [, code = ''] = host.launchAddress.split('#code=')
    const wrong = [
      without({}),
      without({ 'X-Greenroom-Token': code }),
      without({ 'X-Greenroom-Token': token.slice(0, -1) }),
      without({ Cookie: `x-greenroom-token=${token}; token=${token}` }),
      without({ Authorization: `Bearer ${token}` }),
      without({}, `/rpc/system/info?token=${token}`),
      post('/upload', { 'X-Greenroom-Token': '', 'Content-Type': 'application/octet-stream', 'X-File-Name': 'a.jpg' }, 'bytes'),
      post('/session', {}, JSON.stringify({ code })),
      call({}, '{}', [['X-Greenroom-Token', token]])
    ]
    for (const answer of await Promise.all(wrong)) expectRefused(answer, 401)
  })
})

// Ten thousand in a row, without the wire between, are in the unit tests of the sessions.
describe('two thousand guesses over the wire', () => {
  it('hit nothing, are slowed down after ten, and do not trouble the open tab', async () => {
    const guesses = Array.from({ length: 2000 }, (_, at) => at)
    const statuses = new Map<number, number>()
    let retryAfter = 0
    const guess = async (at: number) => {
      const wrong = at.toString(36).padStart(43, 'A')
      const answer = await call({ 'X-Greenroom-Token': wrong })
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      retryAfter = Math.max(retryAfter, Number(answer.headers.get('retry-after') ?? 0))
    }
    const worker = async () => {
      for (let at = guesses.pop(); at !== undefined; at = guesses.pop()) await guess(at)
    }
    await Promise.all(Array.from({ length: 50 }, worker))
    expect([...statuses.keys()].toSorted()).toEqual(statuses.has(401) ? [401, 429] : [429])
    expect(statuses.get(401) ?? 0).toBeLessThanOrEqual(10)
    expect(retryAfter).toBeGreaterThan(0)
    expect((await call()).status).toBe(200)
  })
})
