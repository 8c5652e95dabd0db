import { mkdtemp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { contentPolicy, createWebAnswers, securityHeaders } from '../../src/main/hosts/web'
import { attachmentHeader } from '../../src/main/hosts/web/media-response'
import { fileNameOf, uploadResponse } from '../../src/main/hosts/web/upload-response'
import { homeFolder } from '../../src/main/hosts/node/home-folder'
import { AppError } from '../../src/shared/errors/app-error'

const folder = await mkdtemp(join(tmpdir(), 'greenroom-web-'))
await mkdir(join(folder, 'page', 'assets'), { recursive: true })
await writeFile(join(folder, 'page', 'index.html'), '<!doctype html>')
await writeFile(join(folder, 'page', 'assets', 'index-1.js'), 'export {}')
await writeFile(join(folder, 'page', 'assets', 'index-1.js.map'), '{}')
await writeFile(join(folder, 'secret.txt'), 'secret')
await symlink(join(folder, 'secret.txt'), join(folder, 'page', 'assets', 'link.js'))
await writeFile(join(folder, 'picture.webp'), 'picture')

const received: { name: string; bytes: Buffer }[] = []
const media: Record<string, { contentType: string; downloadName?: string; isOwnDrawing?: boolean }> = {
  '/media/a.picture': { contentType: 'image/webp' },
  '/media/a.original': { contentType: 'image/webp', downloadName: 'Blåbær “ny”.webp' },
  '/media/a.sheet': { contentType: 'application/pdf', downloadName: 'sheet.pdf' },
  '/media/a.drawing': { contentType: 'image/svg+xml' },
  '/media/a.page': { contentType: 'image/svg+xml', isOwnDrawing: true }
}
const core = {
  openMedia: (path: string) => Promise.resolve(media[path] && { ...media[path], path: join(folder, 'picture.webp'), bytes: 7 }),
  async receiveUpload(name: string, body: Readable) {
    const bytes = await buffer(body)
    received.push({ name, bytes })
    return { token: 'token', bytes: bytes.byteLength }
  }
}
const answers = await createWebAnswers({ core, rendererDir: join(folder, 'page') })
const get = (path: string) => answers(new Request(`http://127.0.0.1${path}`))
const upload = (body: string, name = 'photo.jpg', limit?: number) =>
  uploadResponse(core, new Request('http://127.0.0.1/upload', { method: 'POST', body, headers: { 'x-file-name': encodeURIComponent(name) } }), limit)

describe('the page of the app', () => {
  it('has the content policy to the letter', () => {
    expect(contentPolicy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self'; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
  })

  it('is served with its types and the security headers', async () => {
    const [page, script] = await Promise.all([get('/'), get('/assets/index-1.js')])
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
    for (const [name, value] of Object.entries(securityHeaders)) expect(script.headers.get(name)).toBe(value)
  })

  it.each(['/index.html', '/assets', '/assets/', '/assets/index-1.js.map', '/assets/link.js', '/assets/other.js', '/secret.txt', '/constructor'])(
    'does not answer to %s',
    async (path) => {
      const answer = await get(path)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-security-policy')).toBe(contentPolicy)
    }
  )

  it('answers GET and nothing else', async () => {
    expect((await answers(new Request('http://127.0.0.1/', { method: 'DELETE' }))).status).toBe(405)
    expect((await answers(new Request('http://127.0.0.1/upload'))).status).toBe(405)
  })
})

describe('pictures and downloads', () => {
  it('show a picture in place and keep it out of the browser’s cache', async () => {
    const picture = await get('/media/a.picture')
    expect(await picture.text()).toBe('picture')
    expect(picture.headers.get('content-type')).toBe('image/webp')
    expect(picture.headers.get('cache-control')).toBe('no-store')
    expect(picture.headers.get('content-disposition')).toBeNull()
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('offer everything else as a download without a type that could run', async () => {
    const sheet = await get('/media/a.sheet')
    const drawing = await get('/media/a.drawing')
    expect([sheet.headers.get('content-type'), drawing.headers.get('content-type')]).toEqual(Array(2).fill('application/octet-stream'))
    expect(sheet.headers.get('content-disposition')).toContain('attachment; filename="sheet.pdf"')
    expect(drawing.headers.get('content-disposition')).toContain('attachment')
  })

  it('let a drawing of the app be a picture in the page, and still a download where it is opened alone', async () => {
    const page = await get('/media/a.page')
    expect(page.headers.get('content-type')).toBe('image/svg+xml')
    expect(page.headers.get('content-disposition')).toContain('attachment')
  })

  it('keep a name in any script and let none break the header', async () => {
    const original = await get('/media/a.original')
    expect(original.headers.get('content-disposition')).toBe(
      `attachment; filename="Bl_b_r _ny_.webp"; filename*=UTF-8''Bl%C3%A5b%C3%A6r%20%E2%80%9Cny%E2%80%9D.webp`
    )
    expect(attachmentHeader('a"\r\nSet-Cookie: b=\ud800;.jpg')).not.toMatch(/[\r\n]/)
  })

  it('answer a forged address like one that expired', async () => {
    expect((await get('/media/a.forged')).status).toBe(404)
  })
})

describe('an upload', () => {
  it('reaches the core with its name and bytes and answers with the token', async () => {
    const answer = await upload('bytes', 'Blåbær.jpg')
    expect(await answer.json()).toEqual({ token: 'token', bytes: 5 })
    expect(received.at(-1)).toEqual({ name: 'Blåbær.jpg', bytes: Buffer.from('bytes') })
  })

  it('is cut off at the limit', async () => {
    const answer = await upload('more than ten bytes', 'photo.jpg', 10)
    expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'validation.request-size' }])
  })

  it('keeps the last part of a name that looks like a path and refuses what is no name', () => {
    expect(fileNameOf('..%2F..%2Fetc%2Fpasswd')).toBe('passwd')
    expect(fileNameOf('C%3A%5Cphotos%5Ca.jpg')).toBe('a.jpg')
    for (const bad of [null, '', '%', '..', 'a%00b', 'a%2F', encodeURIComponent('å'.repeat(200))]) expect(fileNameOf(bad)).toBeUndefined()
  })

  it('answers with the code of the core when the disk is full', async () => {
    const full = { receiveUpload: () => Promise.reject(new AppError('unavailable.disk', { path: '/x', reason: 'ENOSPC' })) }
    const request = new Request('http://127.0.0.1/upload', { method: 'POST', body: 'x', headers: { 'x-file-name': 'a.jpg' } })
    const answer = await uploadResponse(full, request)
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'unavailable.disk', data: { reason: 'ENOSPC' } }])
  })
})

describe('the home folder', () => {
  const on = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv = {}) => homeFolder(undefined, { platform, env, userHome: '/home/ada' })

  it('is where each system keeps the data of programs', () => {
    expect(on('linux')).toBe('/home/ada/.local/share/greenroom')
    expect(on('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/greenroom')
    expect(on('linux', { XDG_DATA_HOME: 'relative' })).toBe('/home/ada/.local/share/greenroom')
    expect(on('darwin')).toBe('/home/ada/Library/Application Support/Greenroom')
    expect(on('win32', { APPDATA: '/appdata' })).toBe('/appdata/Greenroom')
  })

  it('is the one that was asked for, before the one of the environment', () => {
    expect(homeFolder('/given', { env: { GREENROOM_HOME: '/env' } })).toBe('/given')
    expect(homeFolder(undefined, { env: { GREENROOM_HOME: '/env' } })).toBe('/env')
  })
})
