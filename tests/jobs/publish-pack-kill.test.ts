import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { JobSummary } from '../../src/shared/features/jobs/jobs.contract'
import { bundleForNode } from '../support/bundle'
import { hashesBelow } from '../support/exports'
import { mediaWorkerPath } from '../support/media-worker'
import type { PackOrder } from '../support/pack-process'
import { openPackBench } from '../support/publish-pack'
import { readBack } from '../support/read-back'
import { reportWorkerPath } from '../support/report-worker'
import { tempFolder } from '../support/temp-folder'

const KILLS = 6
/** A run is killed within this share of what an unbroken one takes; of less after one that was over before its kill. */
const LONGEST = 0.5
const QUICKER = 0.7
const root = resolve(import.meta.dirname, '../..')

interface Told {
  began?: string | null
  ended?: JobSummary
}

function startProcess(entry: string, order: PackOrder) {
  const child: ChildProcess = spawn(process.execPath, [entry, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const told: Told = {}
  // Not `exit`, which may come before the last line was read.
  const exited = new Promise<void>((done) => child.once('close', () => done()))
  const began = new Promise<void>((done) => {
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        Object.assign(told, JSON.parse(line) as Told)
        done()
      })
    }
    void exited.then(done)
  })
  return { child, told, began, exited }
}

/** 0..1, the same sequence in every run. */
const momentOf = (kill: number): number => createHash('sha256').update(`pack ${kill}`).digest().readUInt32BE() / 2 ** 32

/** Every picture must open, also right after a kill. Of one that is byte for byte as it was opened once that is known. */
function expectWhole(folder: string, opened: Record<string, string> = {}): void {
  for (const [path, hash] of Object.entries(hashesBelow(folder))) {
    if (path.endsWith('.jpg') && hash !== opened[path]) expect(readBack(join(folder, path)).width, path).toBeGreaterThan(0)
  }
}

describe('a publish pack, killed at six moments and resumed each time', () => {
  it('leaves no half file and is byte for byte as if unbroken, its archive too', { timeout: 300_000 }, async () => {
    const bench = await openPackBench(4, { now: () => new Date('2026-11-20T08:00:00Z') })
    for (const index of [0, 1, 2, 3]) {
      const planned = { date: `2026-11-2${3 + index}`, time: '09:00' }
      await bench.plan({ title: `Post ${index}`, text: `Words ${index}`, planned, on: [['instagram', 'feed'], ['facebook', 'story'], ['x', 'feed'], ['pinterest', 'pin']], pictures: [index] })
    }
    const { core, clientId } = bench
    await core.close()
    const entry = await bundleForNode('tests/support/pack-process.ts', 'pack-process')
    const [mediaWorker, reportWorker] = [await mediaWorkerPath(), await reportWorkerPath()]
    const room = await tempFolder('greenroom-pack-kill-')
    const start = (folder: string) => ({ scope: { kind: 'days' as const, fromDay: '2026-11-23', toDay: '2026-11-29' }, zip: true, folder })
    const prepare = (name: string) => {
      const home = join(room, name, 'home')
      cpSync(core.home, home, { recursive: true })
      return { order: { home, clientId, resources: join(root, 'resources'), mediaWorker, reportWorker }, folder: join(room, name, 'out') }
    }

    const unbroken = prepare('unbroken')
    const from = performance.now()
    const whole = startProcess(entry, { ...unbroken.order, start: start(unbroken.folder) })
    await whole.exited
    let duration = performance.now() - from
    expect(whole.told.ended).toMatchObject({ state: 'done', failed: 0 })
    const wanted = hashesBelow(unbroken.folder)
    expect(Object.keys(wanted).filter((path) => path.endsWith('.jpg'))).toHaveLength(16)
    expectWhole(unbroken.folder)
    expect(Object.keys(wanted).filter((path) => path.endsWith('.zip'))).toHaveLength(1)

    for (let kills = 0, round = 0; kills < KILLS; round += 1) {
      const { order, folder } = prepare(`pack-${round}`)
      let run = startProcess(entry, { ...order, start: start(folder) })
      for (;;) {
        await run.began
        const last = kills >= KILLS
        if (!last) await Promise.race([run.exited, new Promise((wake) => setTimeout(wake, momentOf(kills) * duration * LONGEST))])
        else await run.exited
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
      expect(run.told.ended).toMatchObject({ state: 'done', failed: 0 })
      expect(hashesBelow(folder)).toEqual(wanted)
    }
  })
})
