import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { addFiles, photographPaths, startTestCore, type TestCore } from './test-core'
import { tempFolder } from './temp-folder'

export interface Museum {
  core: TestCore
  clientId: string
  assetId: string
  jobId: string
}

type Made = Omit<Museum, 'core'> & { home: string }

async function make(): Promise<Made> {
  const home = await mkdtemp(join(tmpdir(), 'greenroom-museum-'))
  const core = await startTestCore({ home })
  const { id: clientId } = await core.client.clients.create({ name: 'Museum' })
  const { id: jobId } = await addFiles(core, clientId, photographPaths(1))
  const assetId = (await core.client.assets.list({ clientId })).assets[0]?.id ?? ''
  await core.close()
  return { home, clientId, assetId, jobId }
}

/**
 * A client with one photograph for each test of a file, every time a core of its own on a copy of the same home: making it takes a
 * media process, copying it a moment. To be called where a file's tests are collected.
 */
export function museums(): () => Promise<Museum> {
  let made: Promise<Made> | undefined
  afterAll(async () => {
    if (made) await rm((await made).home, { recursive: true, force: true })
  })
  return async () => {
    const { home: origin, ...about } = await (made ??= make())
    const home = await tempFolder()
    await cp(origin, home, { recursive: true })
    return { core: await startTestCore({ home }), ...about }
  }
}
