import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cliJson, photograph, runCli, startCli, until } from '../support/cli'
import { picturesBelow, readManifest } from '../support/exports'
import { readBack } from '../support/read-back'
import { tempFolder } from '../support/temp-folder'

const order = ['export', '-c', 'Museum', '--all', '--placement', 'ig-*,pin-*,network:facebook', '--allow-upscale', '--out']

let made: string

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'greenroom-interrupt-'))
  await runCli(['client', 'add', 'Museum'], { home: made })
  await runCli(['asset', 'add', '-c', 'Museum', photograph('march-pastoral'), photograph('nagasaki-boats')], { home: made })
})

afterAll(() => rm(made, { recursive: true, force: true }))

async function museum(): Promise<{ home: string; out: string }> {
  const folder = await tempFolder()
  const home = join(folder, 'home')
  await cp(made, home, { recursive: true })
  return { home, out: join(folder, 'out') }
}

async function pictures(folder: string): Promise<string[]> {
  const there = await stat(folder).catch(() => undefined)
  if (!there) return []
  const entries = await readdir(folder, { recursive: true })
  return entries.filter((name) => /\.(?:jpg|png|webp)$/.test(name)).map((name) => join(folder, name))
}

async function interruptedBy(signal: 'SIGINT' | 'SIGKILL', home: string, out: string) {
  const run = startCli([...order, out], { home })
  await until(async () => (await pictures(out)).length >= 5)
  run.child.kill(signal)
  const result = await run.result
  // Those that may have been cut short.
  for (const file of await pictures(out)) expect(readBack(file).width, file).toBeGreaterThan(0)
  return result
}

async function expectWhole(home: string, out: string): Promise<void> {
  const { code, json } = await cliJson<{ jobs: { state: string; total: number; done: number }[] }>(['jobs', 'resume', '-c', 'Museum'], { home })
  expect(code).toBe(0)
  expect(json.jobs).toMatchObject([{ state: 'done' }])
  const files = picturesBelow(out)
  expect(Object.keys(files)).toHaveLength(json.jobs[0]!.total)
  const noted = readManifest(join(out, 'manifest.json')).files
  expect(Object.fromEntries(noted.map(({ path, sha256 }) => [path, sha256]))).toEqual(files)
  const leftovers = (await readdir(out, { recursive: true })).filter((name) => name.includes('.part'))
  expect(leftovers).toEqual([])
  expect((await runCli(['check', '-c', 'Museum'], { home })).code).toBe(0)
}

describe('an export that is stopped', () => {
  it('by Ctrl+C says how to resume it, exits with 130, and is brought to its end', async () => {
    const { home, out } = await museum()
    const { code, stderr } = await interruptedBy('SIGINT', home, out)
    expect(code).toBe(130)
    expect(stderr).toMatch(/bring the rest to its end with: greenroom jobs resume --client \S+ \S+\n$/)
    expect(await cliJson(['jobs', 'list', '-c', 'Museum'], { home })).toMatchObject({ json: { jobs: [{ state: 'interrupted' }, {}] } })
    await expectWhole(home, out)
  })

  it('by a kill is brought to its end, with no file missing, half or twice', async () => {
    const { home, out } = await museum()
    expect((await interruptedBy('SIGKILL', home, out)).code).toBeNull()
    await expectWhole(home, out)
  })

  it('is cancelled when that is wanted instead', async () => {
    const { home, out } = await museum()
    await interruptedBy('SIGINT', home, out)
    const cancelled = await cliJson(['jobs', 'cancel', '-c', 'Museum'], { home })
    expect(cancelled).toMatchObject({ code: 0, json: { jobs: [{ state: 'cancelled' }] } })
    expect((await runCli(['jobs', 'resume', '-c', 'Museum'], { home })).stdout).toBe('No job waits to be resumed.\n')
  })
})
