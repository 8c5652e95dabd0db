import { describe, expect, it } from 'vitest'
import type { Core } from '../../src/main/core'
import { appErrorOf } from '../../src/renderer/api/app-error-of'
import type { AppClient } from '../../src/shared/contract'
import type { AppEvent } from '../../src/shared/contract/events'
import { startTestCore } from './test-core'

/** Connects a client to a core by one of the ways there are; what it opens it closes with the test. */
export type Transport = (core: Core) => Promise<AppClient> | AppClient

const newClient = (name: string) => ({ name, color: '#1d5c44', zone: 'Europe/Oslo', languages: ['en'] })
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => appErrorOf(error)
  )

async function collectUntil(events: AsyncIterable<AppEvent>, last: AppEvent['type']): Promise<AppEvent['type'][]> {
  const types: AppEvent['type'][] = []
  for await (const { type } of events) {
    types.push(type)
    if (type === last) return types
  }
  return types
}

/** What every way to the core must do alike. */
export function describeTransport(name: string, connect: Transport): void {
  const start = async () => {
    const core = await startTestCore()
    return { core, client: await connect(core) }
  }

  describe(`operations ${name}`, () => {
    it('answer as the core does', async () => {
      const { core, client } = await start()
      const made = await client.clients.create(newClient('Museum of Light'))
      expect(await client.system.info()).toEqual(await core.client.system.info())
      expect((await client.clients.list({})).clients.map((one) => one.id)).toEqual([made.id])
    })

    it('fail with the code and the data of the contract', async () => {
      const { client } = await start()
      expect(await failureOf(client.clients.get({ clientId: 'nobody' }))).toMatchObject({
        code: 'not-found.client',
        data: { client: 'nobody' }
      })
    })

    it('refuse what the schema does not allow and say where', async () => {
      const { client } = await start()
      const failure = await failureOf(client.clients.create({ ...newClient('Museum'), name: 7 as unknown as string }))
      expect(failure).toMatchObject({ code: 'validation.input', data: { issues: [{ path: 'name' }] } })
    })

    it('tell what happens until the listener leaves', async () => {
      const { client } = await start()
      const leaving = new AbortController()
      const events = await client.system.events(undefined, { signal: leaving.signal })
      const seen = collectUntil(events, 'clients.changed')
      await client.clients.create(newClient('Museum'))
      expect((await seen).slice(0, 1)).toEqual(['ready'])
      leaving.abort()
      expect(await client.clients.list({})).toHaveProperty('clients')
    })

    it('keep text in any script as it is', async () => {
      const { client } = await start()
      const name = 'Blåbær 🫐 博物館 <script>'
      expect((await client.clients.create(newClient(name))).name).toBe(name)
    })
  })
}
