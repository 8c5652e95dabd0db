import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AppEvent } from '../../src/shared/contract/events'
import { photographPaths, startTestCore, type TestCore, waitForJob } from '../support/test-core'
import { tempFolder } from '../support/temp-folder'

async function manyPhotographs(folder: string, count: number): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const sources = photographPaths()
  const paths = Array.from({ length: count }, (_, index) => join(folder, `photo-${index}.jpg`))
  for (const [index, path] of paths.entries()) await copyFile(sources[index % sources.length] ?? '', path)
  return paths
}

async function startIntake(core: TestCore, count: number) {
  const { id: clientId } = await core.client.clients.create({ name: 'Museum' })
  const paths = await manyPhotographs(join(core.home, 'drop'), count)
  const { jobId } = await core.client.assets.add({ clientId, files: paths.map((path) => core.registerPath(path)) })
  return { clientId, jobId }
}

function progressOf(events: AppEvent[], jobId: string) {
  return events.flatMap((event) => (event.type === 'job.progress' && event.job.id === jobId ? [event.job] : []))
}

async function until(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((wake) => setTimeout(wake, 5))
}

describe('a job', () => {
  it('tells its progress as it goes and its end last', async () => {
    const core = await startTestCore()
    const { clientId, jobId } = await startIntake(core, 9)
    // Its end is stored a moment before it is told: who asks in between knows of it too early.
    await core.services.jobs.settled(clientId, jobId)
    const told = progressOf(core.events, jobId)
    expect(told[0]).toMatchObject({ state: 'queued', total: 9, done: 0 })
    expect(told.at(-1)).toMatchObject({ state: 'done', total: 9, done: 9 })
    const counts = told.map((job) => job.done)
    expect([...counts].sort((a, b) => a - b)).toEqual(counts)
  })

  it('pauses, keeps what is done, and goes on to the end when resumed', async () => {
    const core = await startTestCore()
    const { clientId, jobId } = await startIntake(core, 20)
    await until(() => progressOf(core.events, jobId).some((job) => job.done >= 2))
    const paused = await core.client.jobs.pause({ clientId, jobId })
    expect(paused.state).toBe('paused')
    expect(paused.done).toBeLessThan(20)
    await expect(core.client.jobs.pause({ clientId, jobId })).rejects.toMatchObject({ code: 'conflict.job-state', data: { state: 'paused' } })
    await core.client.jobs.resume({ clientId, jobId })
    expect(await waitForJob(core, clientId, jobId)).toMatchObject({ state: 'done', done: 20 })
    expect((await core.client.assets.list({ clientId })).total).toBe(9)
  })

  it('is cancelled without being an error; what was taken in stays', async () => {
    const core = await startTestCore()
    const { clientId, jobId } = await startIntake(core, 30)
    await until(() => progressOf(core.events, jobId).some((job) => job.done >= 1))
    expect(await core.client.jobs.cancel({ clientId, jobId })).toMatchObject({ state: 'cancelled', error: null })
    const { items } = await core.client.jobs.listItems({ clientId, jobId })
    expect(new Set(items.map((item) => item.state))).toEqual(new Set(['done', 'cancelled']))
    await expect(core.client.jobs.resume({ clientId, jobId })).rejects.toMatchObject({ code: 'conflict.job-state' })
  })

  it('waits as interrupted when the app goes away, and is resumed by the next one', async () => {
    const home = await tempFolder()
    const first = await startTestCore({ home })
    const { clientId, jobId } = await startIntake(first, 25)
    await until(() => progressOf(first.events, jobId).some((job) => job.done >= 1))
    await first.close()
    const second = await startTestCore({ home })
    expect(await second.client.jobs.get({ clientId, jobId })).toMatchObject({ state: 'interrupted', failed: 0 })
    await second.client.jobs.resume({ clientId, jobId })
    expect(await waitForJob(second, clientId, jobId)).toMatchObject({ state: 'done', done: 25, failed: 0 })
    expect((await second.client.assets.list({ clientId })).total).toBe(9)
  })

  it('ends when its step is undone, and nothing of it comes back', async () => {
    const core = await startTestCore()
    const { clientId, jobId } = await startIntake(core, 30)
    await until(() => progressOf(core.events, jobId).some((job) => job.done >= 1))
    await core.client.history.undo({ clientId })
    expect(await core.client.jobs.get({ clientId, jobId })).toMatchObject({ state: 'cancelled' })
    expect((await core.client.assets.list({ clientId })).total).toBe(0)
  })

  it('leaves the list when finished jobs are cleared, and only then', async () => {
    const core = await startTestCore()
    const { clientId, jobId } = await startIntake(core, 1)
    await waitForJob(core, clientId, jobId)
    expect((await core.client.jobs.list({ clientId })).total).toBe(1)
    expect(await core.client.jobs.clearFinished({ clientId })).toMatchObject({ removed: 1 })
    expect((await core.client.jobs.list({ clientId })).total).toBe(0)
  })
})
