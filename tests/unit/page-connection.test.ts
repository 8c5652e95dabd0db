import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { appErrorOf } from '../../src/renderer/api/app-error-of'
import type { ConnectionState } from '../../src/renderer/api/connection.types'
import { createEventFeed } from '../../src/renderer/api/event-feed'
import { mediaUrl } from '../../src/renderer/api/media-url'
import type { AppClient } from '../../src/shared/contract'
import type { AppEvent } from '../../src/shared/contract/events'
import { AppError } from '../../src/shared/errors/app-error'

type Attempt = AppEvent[] | Error

/** A host that answers each attempt to listen as told, and is silent for good after the last. */
function hostOf(attempts: Attempt[]) {
  const pauses: number[] = []
  const states: ConnectionState[] = []
  async function* play(events: AppEvent[], last: boolean): AsyncGenerator<AppEvent, void, void> {
    yield* events
    if (last) await new Promise(() => undefined)
  }
  const events = () => {
    const attempt = attempts.shift() ?? new AppError('unavailable.host')
    return attempt instanceof Error ? Promise.reject(attempt) : Promise.resolve(play(attempt, attempts.length === 0))
  }
  const feed = createEventFeed({
    client: { system: { events } } as unknown as Pick<AppClient, 'system'>,
    onState: (state) => states.push(state),
    wait: (ms) => Promise.resolve(void pauses.push(ms))
  })
  return { feed, states, pauses, kinds: () => states.map(({ kind }) => kind) }
}

const gone = () => new AppError('unavailable.host')
const ready: AppEvent = { type: 'ready' }

describe('the page’s stream of events', () => {
  it('reaches every listener until it leaves', async () => {
    const { feed } = hostOf([[ready, { type: 'clients.changed' }]])
    const seen: string[] = []
    const leave = feed.subscribe(({ type }) => {
      seen.push(type)
      if (type === 'ready') leave()
    })
    const all: string[] = []
    feed.subscribe(({ type }) => all.push(type))
    await expect.poll(() => all).toEqual(['ready', 'clients.changed'])
    expect(seen).toEqual(['ready'])
    feed.stop()
  })

  it('is opened again when it breaks, and says so', async () => {
    const { feed, kinds } = hostOf([[ready], gone(), [ready]])
    await expect.poll(kinds).toEqual(['open', 'lost', 'lost', 'open'])
    feed.stop()
  })

  it('tells the person after a few seconds without an answer, and goes on trying', async () => {
    const { feed, kinds, pauses } = hostOf([gone(), gone(), gone(), gone(), gone(), gone(), [ready]])
    await expect.poll(kinds).toEqual(['lost', 'lost', 'lost', 'lost', 'ended', 'ended', 'open'])
    expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 5000])
    feed.stop()
  })

  it('is not tried again when the host does not know the session', async () => {
    const { states, pauses } = hostOf([new AppError('unavailable.session')])
    await expect.poll(() => states).toEqual([{ kind: 'ended', reason: 'ended' }])
    expect(pauses).toEqual([])
  })
})

describe('a failure in the page', () => {
  it('has the code and the data of the contract', () => {
    const error = appErrorOf(new ORPCError('not-found.client', { status: 404, data: { client: 'x' } }))
    expect(error).toMatchObject({ name: 'AppError', code: 'not-found.client', data: { client: 'x' } })
  })

  it.each([
    ['unavailable.host', new TypeError('Failed to fetch')],
    ['cancelled.by-person', new DOMException('Aborted', 'AbortError')],
    ['internal.unexpected', new ORPCError('INTERNAL_SERVER_ERROR')],
    ['internal.unexpected', 'a string']
  ])('is %s when it is none of the contract’s', (code, thrown) => {
    expect(appErrorOf(thrown).code).toBe(code)
  })
})

describe('the address of a picture', () => {
  it('is used as the core gave it out', () => {
    expect(mediaUrl('/media/abc-_1.def')).toBe('/media/abc-_1.def')
  })

  it.each([null, undefined, '', 'https://evil.test/a.png', '//evil.test/a.png', '/media/../x.y', '/other/a.b', 'data:text/html,x'])(
    'is nothing for %s',
    (address) => {
      expect(mediaUrl(address)).toBeUndefined()
    }
  )
})
