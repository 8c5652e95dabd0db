import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { MediaProcess } from '../../src/main/core/media/media-pool'
import { isAppError } from '../../src/shared/errors/app-error'
import type { MediaRequest } from '../../src/shared/media/protocol'
import { hostileImages } from '../support/hostile-images'
import { fourCorners, largePhotograph } from '../support/images'
import { openMediaBench, outputsFor, type MediaBench } from '../support/media'

let bench: MediaBench
afterEach(() => bench.close())

const errorOf = (error: unknown): { code: string; data: Record<string, unknown> } =>
  isAppError(error) ? { code: error.code, data: error.data } : { code: String(error), data: {} }

const sizes = [[1080, 1350], [1080, 1080], [1600, 900], [1200, 630], [1500, 500], [400, 400]] as const
const wishes = sizes.map(([width, height]) => ({ key: `${width}x${height}`, width, height }))

describe('the media process', () => {
  it('is started with the first request and not before', async () => {
    bench = await openMediaBench()
    expect(bench.started).toHaveLength(0)
    await bench.pool.probe({ path: await bench.put('a.png', fourCorners(50, 50).png()), fileName: 'a.png' })
    expect(bench.started).toHaveLength(1)
  })

  it('when killed fails the one request it was busy with, and the next finds a new one', async () => {
    bench = await openMediaBench()
    const path = await bench.put('photo.jpg', await largePhotograph(3000))
    const facts = await bench.pool.probe({ path, fileName: 'photo.jpg' })
    const lost = bench.pool.probe({ path, fileName: 'photo.jpg' }).catch(errorOf)
    bench.started.at(-1)?.kill()
    expect(await lost).toMatchObject({ code: 'unavailable.media-process', data: { kind: 'probe', path } })
    expect(await bench.pool.probe({ path, fileName: 'photo.jpg' })).toEqual(facts)
    expect(bench.started).toHaveLength(2)
  })

  it('when killed in the middle of two requests loses neither and reports no output twice', async () => {
    bench = await openMediaBench()
    const path = await bench.put('photo.jpg', await largePhotograph(3000))
    const other = await bench.put('corners.jpg', fourCorners(3000, 2000).jpeg())
    const rendering = bench.render(path, wishes)
    await bench.pool.probe({ path: other, fileName: 'corners.jpg' })
    const second = bench.render(other, wishes.map((wish) => ({ ...wish, key: `second-${wish.key}` })))
    bench.started.at(-1)?.kill()
    const keys = [...(await rendering), ...(await second)].map((result) => [result.key, result.status])
    expect(keys).toEqual([
      ...wishes.map(({ key }) => [key, 'written']), ...wishes.map(({ key }) => [`second-${key}`, 'written'])
    ])
    expect(bench.started.length).toBeGreaterThan(1)
  })

  it('that says nothing is ended, and only the silent request fails', async () => {
    const silent = (): MediaProcess => {
      const exits: ((detail: string) => void)[] = []
      return {
        send: () => undefined,
        onMessage: () => undefined,
        onExit: (listener) => exits.push(listener),
        kill: () => exits.forEach((listener) => listener('SIGKILL'))
      }
    }
    bench = await openMediaBench({ spawn: silent, silenceMs: 20 })
    const failed = await bench.pool.probe({ path: '/pictures/a.jpg', fileName: 'a.jpg' }).catch(errorOf)
    expect(failed).toMatchObject({ code: 'unavailable.media-timeout', data: { kind: 'probe', request: 'probe a.jpg' } })
  })

  it('that dies again and again over one file is blamed on that file alone', async () => {
    const fragile = (): MediaProcess => {
      let answer: (reply: Parameters<Parameters<MediaProcess['onMessage']>[0]>[0]) => void = () => undefined
      let exit: (detail: string) => void = () => undefined
      const receive = (request: MediaRequest): void => {
        if (request.kind === 'cancel') return
        if (request.request.path === '/bad.jpg') exit('SIGSEGV')
        else answer({ id: request.id, kind: 'failed', error: { code: 'corrupt.image', data: {} } })
      }
      return {
        send: (request) => void setTimeout(() => receive(request), 5),
        onMessage: (listener) => { answer = listener },
        onExit: (listener) => { exit = listener },
        kill: () => exit('SIGKILL')
      }
    }
    bench = await openMediaBench({ spawn: fragile })
    const paths = ['/bad.jpg', '/good-1.jpg', '/good-2.jpg', '/good-3.jpg']
    const codes = await Promise.all(
      paths.map((path) => bench.pool.probe({ path, fileName: 'a.jpg' }).catch((error: unknown) => errorOf(error).code))
    )
    expect(codes).toEqual(['unavailable.media-process', 'corrupt.image', 'corrupt.image', 'corrupt.image'])
  })

  it('stops between outputs when cancelled', async () => {
    bench = await openMediaBench()
    const path = await bench.put('photo.jpg', await largePhotograph(3000))
    const stop = new AbortController()
    const source = await bench.pool.probe({ path, fileName: 'photo.jpg' })
    const written: string[] = []
    const failed = await bench.pool
      .render({ path, outputs: outputsFor(bench.folder, source, wishes) }, ({ key }) => {
        written.push(key)
        stop.abort()
      }, { signal: stop.signal })
      .catch(errorOf)
    expect(failed).toMatchObject({ code: 'cancelled.media' })
    expect(written.length).toBeLessThan(wishes.length)
    expect(existsSync(join(bench.folder, 'out', `${wishes.at(-1)?.key}.part`))).toBe(false)
  })

  it('refuses work that was cancelled before it began, and all work after closing', async () => {
    bench = await openMediaBench()
    const request = { path: await bench.put('a.png', fourCorners(50, 50).png()), fileName: 'a.png' }
    const code = (error: unknown): string => errorOf(error).code
    expect(await bench.pool.probe(request, { signal: AbortSignal.abort() }).catch(code)).toBe('cancelled.media')
    await bench.pool.close()
    expect(await bench.pool.probe(request).catch(code)).toBe('unavailable.media-process')
  })

  it('keeps its prototypes and its loaders after every bad file', async () => {
    bench = await openMediaBench()
    const bad = (await hostileImages()).slice(0, 20)
    await Promise.all(bad.map(async ({ bytes, fileName }, index) =>
      bench.pool.probe({ path: await bench.put(`bad-${index}`, bytes), fileName }).catch(errorOf)))
    const path = await bench.put('good.png', fourCorners(50, 50).png())
    expect(await bench.pool.probe({ path, fileName: 'good.png' })).toMatchObject({ width: 50, height: 50 })
    expect(bench.started).toHaveLength(1)
  })
})
