import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { JobSummary } from '../../src/shared/features/jobs/jobs.contract'
import { defaultTemplate, hashesBelow, openExportBench, picturesBelow, readManifest } from '../support/exports'
import type { ExportOrder } from '../support/export-process'
import { bundleForNode } from '../support/bundle'
import { mediaWorkerPath } from '../support/media-worker'
import { readBack } from '../support/read-back'
import { reportWorkerPath } from '../support/report-worker'
import { tempFolder } from '../support/temp-folder'
import { openWorkspaceFile } from '../support/workspace-database'

const KILLS = 20
/** A run is killed within this share of what an unbroken one takes, so that most are caught at work. */
const LONGEST = 0.6
/** Of that share after a run that was over before its kill. */
const QUICKER = 0.7
const root = resolve(import.meta.dirname, '../..')
/** 20 small placements, so that five photographs make 100 files. */
const placementIds = [
  'ig-profile', 'x-link-card-small', 'x-profile', 'li-page-logo', 'li-life-module', 'li-newsletter-logo', 'li-ad-logo', 'li-ad-spotlight-bg',
  'li-ad-message-banner', 'tt-profile', 'tt-ad-profile-image', 'tt-ad-pangle-banner', 'yt-watermark', 'yt-endscreen-image', 'yt-ad-companion',
  'sn-profile', 'sn-profile-header', 'sn-ad-collection-tile', 'tt-ad-carousel-square', 'tt-ad-pangle-square'
]

/** 0..1, the same sequence in every run. */
const momentOf = (kill: number): number => createHash('sha256').update(`kill ${kill}`).digest().readUInt32BE() / 2 ** 32

interface Told {
  began?: string | null
  ended?: JobSummary
}

function startProcess(entry: string, order: ExportOrder) {
  const child: ChildProcess = spawn(process.execPath, [entry, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const told: Told = {}
  onTestFinished(() => void child.kill('SIGKILL'))
  // Not `exit`, which may come before the last line was read.
  const exited = new Promise<void>((done) => child.once('close', () => done()))
  const began = new Promise<void>((done) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      Object.assign(told, JSON.parse(line) as Told)
      done()
    })
    void exited.then(done)
  })
  return { child, told, began, exited }
}

async function checkDatabase(folder: string) {
  const { reader, close } = await openWorkspaceFile(folder, true)
  const integrity = (await reader.raw('PRAGMA integrity_check')) as { integrity_check: string }[]
  const foreignKeys = (await reader.raw('PRAGMA foreign_key_check')) as unknown[]
  const paths = (await reader('export_file').select('path')) as { path: string }[]
  await close()
  return { integrity: integrity.map((row) => row.integrity_check), foreignKeys: foreignKeys.length, paths: paths.length }
}

/** Every file that has its final name must open, also right after a kill. Of one that is byte for byte as it was opened once that is known. */
function expectWhole(folder: string, opened: Record<string, string> = {}): void {
  for (const [path, hash] of Object.entries(picturesBelow(folder))) {
    if (!path.endsWith('.part') && hash !== opened[path]) expect(readBack(join(folder, path)).width, path).toBeGreaterThan(0)
  }
}

async function expectDone(folder: string, workspace: string, wanted: Record<string, string>): Promise<void> {
  expect(picturesBelow(folder)).toEqual(wanted)
  expect(Object.keys(hashesBelow(folder)).filter((path) => !(path in wanted))).toEqual(['contact-sheet.pdf', 'manifest.json'])
  expect(readFileSync(join(folder, 'contact-sheet.pdf')).subarray(-6).toString()).toContain('%%EOF')
  const { files } = readManifest(join(folder, 'manifest.json'))
  expect(Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256]))).toEqual(wanted)
  // The contact sheet is remembered beside the 100 files.
  expect(await checkDatabase(workspace)).toEqual({ integrity: ['ok'], foreignKeys: 0, paths: 101 })
}

describe('an export of 100 files, killed at twenty moments and resumed each time', () => {
  it('leaves no half file, makes none twice and none too few, and is byte for byte as if unbroken', { timeout: 600_000 }, async () => {
    const bench = await openExportBench(5)
    const { clientId, assetIds, core } = bench
    await core.close()
    const entry = await bundleForNode('tests/support/export-process.ts', 'export-process')
    const [mediaWorker, reportWorker] = [await mediaWorkerPath(), await reportWorkerPath()]
    const room = await tempFolder('greenroom-kill-')
    const selection = { assetIds, placementIds, settings: { render: {}, template: defaultTemplate } }

    const prepare = (name: string) => {
      const home = join(room, name, 'home')
      cpSync(core.home, home, { recursive: true })
      const order = { home, clientId, resources: join(root, 'resources'), mediaWorker, reportWorker }
      return { order, folder: join(room, name, 'out'), workspace: join(home, 'workspaces', clientId) }
    }

    const unbroken = prepare('unbroken')
    const whole = startProcess(entry, { ...unbroken.order, start: { folder: unbroken.folder, selection } })
    await whole.began
    const from = performance.now()
    await whole.exited
    let duration = performance.now() - from
    expect(whole.told.ended).toMatchObject({ state: 'done', total: 100, done: 100 })
    const wanted = picturesBelow(unbroken.folder)
    expect(Object.keys(wanted)).toHaveLength(100)
    expectWhole(unbroken.folder)

    for (let kills = 0, round = 0; kills < KILLS; round += 1) {
      const { order, folder, workspace } = prepare(`export-${round}`)
      let run = startProcess(entry, { ...order, start: { folder, selection } })
      for (;;) {
        await run.began
        const last = kills >= KILLS
        if (!last) await Promise.race([run.exited, new Promise((wake) => setTimeout(wake, momentOf(kills) * duration * LONGEST))])
        if (last) await run.exited
        if (run.told.ended) {
          // Where the machine became quicker than it was, later ones are to be caught at work again.
          if (!last) duration *= QUICKER
          break
        }
        run.child.kill('SIGKILL')
        await run.exited
        kills += 1
        if (existsSync(folder)) expectWhole(folder, wanted)
        run = startProcess(entry, order)
      }
      await run.exited
      expect(run.told.ended).toMatchObject({ state: 'done', total: 100, done: 100, failed: 0 })
      await expectDone(folder, workspace, wanted)
    }
  })
})
