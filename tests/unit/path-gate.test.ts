import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkGivenPath, createInside, isInside, isPlainName, resolveInside } from '../../src/main/core/files/path-gate'

let base: string
let root: string

const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'let through',
    (error: { data?: { reason?: string } }) => error.data?.reason
  )

beforeAll(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'greenroom-gate-')))
  root = join(base, 'root')
  await mkdir(join(root, 'inner'), { recursive: true })
  await mkdir(join(base, 'root-twin'))
  await writeFile(join(base, 'secret.txt'), 'secret')
  await writeFile(join(root, 'there.txt'), 'there')
})

afterAll(() => rm(base, { recursive: true, force: true }))

describe('Plain names', () => {
  it.each(['photo.jpg', '.hidden', 'ærlig talt 🎈.png', 'a'.repeat(255), 'console.log', 'COMET.png'])('%s is one', (name) => {
    expect(isPlainName(name)).toBe(true)
  })

  it.each(['', '.', '..', 'a/b', 'a\\b', 'a:b', 'nul', 'NUL.txt', 'com1', 'LPT9.tar.gz', 'dot.', 'space ', 'a\0b', 'a\nb', 'a?b', 'a*b', 'ø'.repeat(128)])(
    '%j is none',
    (name) => {
      expect(isPlainName(name)).toBe(false)
    }
  )
})

describe('A folder', () => {
  it('holds itself and what lies in it, but not a twin whose name begins alike', () => {
    expect(isInside(root, root)).toBe(true)
    expect(isInside(root, join(root, '..inner', 'x'))).toBe(true)
    expect(isInside(root, join(base, 'root-twin'))).toBe(false)
    expect(isInside(root, base)).toBe(false)
  })
})

describe('A name from outside', () => {
  it('lands inside its folder', async () => {
    expect(await resolveInside(root, 'inner/new.txt')).toBe(join(root, 'inner', 'new.txt'))
  })

  it.each(['../secret.txt', 'inner/../../secret.txt', '/etc/passwd', 'inner//x', './x', '..', 'inner/..', '..\\secret.txt', 'C:x'])(
    'is refused as %s',
    async (name) => {
      expect(await reasonOf(resolveInside(root, name))).toBe('bad-name')
    }
  )

  it('is refused where its folder is missing', async () => {
    expect(await reasonOf(resolveInside(root, 'nowhere/x'))).toBe('missing')
  })

  it('does not leave through a linked folder', async () => {
    await symlink(base, join(root, 'way-out'))
    expect(await reasonOf(resolveInside(root, 'way-out/secret.txt'))).toBe('outside')
  })

  it('does not write through a linked file', async () => {
    await symlink(join(base, 'secret.txt'), join(root, 'linked.txt'))
    expect(await reasonOf(createInside(root, 'linked.txt'))).toBe('link')
    expect(await readFile(join(base, 'secret.txt'), 'utf8')).toBe('secret')
  })

  it('makes a file that only its owner reads, and never opens one that is there', async () => {
    const file = await createInside(root, 'fresh.txt')
    await file.close()
    expect((await stat(join(root, 'fresh.txt'))).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
    await expect(createInside(root, 'there.txt')).rejects.toMatchObject({ code: 'EEXIST' })
  })
})

describe('A path that somebody names', () => {
  it('is a file or a folder, wherever it starts', async () => {
    expect(await checkGivenPath('there.txt', root)).toEqual({ path: join(root, 'there.txt'), kind: 'file' })
    expect(await checkGivenPath(join(root, 'inner', '..'), '/')).toEqual({ path: root, kind: 'folder' })
    expect(await checkGivenPath('/', root)).toEqual({ path: await realpath('/'), kind: 'folder' })
  })

  it.each([
    ['\\\\server\\share\\x', 'network-path'],
    ['\\\\?\\C:\\x', 'network-path'],
    ['//server/share/x', 'network-path'],
    ['', 'bad-name'],
    ['a\0b', 'bad-name'],
    ['not-there', 'missing'],
    ['nowhere/x', 'missing']
  ])('is refused as %j: %s', async (given, reason) => {
    expect(await reasonOf(checkGivenPath(given, root))).toBe(reason)
  })

  it('is no link', async () => {
    await symlink(join(root, 'there.txt'), join(root, 'a-link'))
    expect(await reasonOf(checkGivenPath('a-link', root))).toBe('link')
  })

  it.skipIf(process.platform === 'win32')('is no device, pipe or socket', async () => {
    expect(await reasonOf(checkGivenPath('/dev/null', '/'))).toBe('not-a-file')
    execFileSync('mkfifo', [join(root, 'pipe')])
    expect(await reasonOf(checkGivenPath('pipe', root))).toBe('not-a-file')
    const server = createServer().listen(join(root, 'socket'))
    await new Promise((ready) => server.once('listening', ready))
    expect(await reasonOf(checkGivenPath('socket', root))).toBe('not-a-file')
    server.close()
  })
})
