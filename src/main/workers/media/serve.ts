import { IMAGE_LIMITS } from '../../../shared/media/limits'
import type { MediaReply, MediaRequest } from '../../../shared/media/protocol'
import { inspect, type Inspected } from './inspect'
import { asFailure, MediaError, throwIfCancelled } from './media-failure'
import type { MediaPort } from './port'
import { describePicture, inspectNamed } from './probe-file'
import { renderInspected } from './render-asset'
import { writeThumbnail } from './thumbnail'
import { createTurns, type Turns } from './turns'

type Work = Exclude<MediaRequest, { kind: 'cancel' }>

/** Pictures worked on at the same time; more costs memory and gains nothing. */
const PLACES = 2

const mustBeAlone = (image: Inspected): boolean =>
  image.progressive && image.upright.width * image.upright.height > IMAGE_LIMITS.progressiveAlonePixels

const answer = async (
  { id, ...work }: Work,
  image: Inspected,
  send: (reply: MediaReply) => void,
  signal: AbortSignal
): Promise<MediaReply> => {
  switch (work.kind) {
    case 'probe':
      return { id, kind: 'probed', facts: await describePicture(image) }
    case 'thumbnail':
      return { id, kind: 'thumbnail', result: await writeThumbnail(image, work.request) }
    case 'render':
      await renderInspected(image, work.request.outputs, (output) => send({ id, kind: 'output', output }), signal)
      return { id, kind: 'done' }
  }
}

const perform = async (work: Work, turns: Turns, send: (reply: MediaReply) => void, signal: AbortSignal) => {
  const image = work.kind === 'probe' ? await inspectNamed(work.request) : await inspect(work.request.path)
  return turns.run(
    async () => {
      throwIfCancelled(signal)
      return answer(work, image, send, signal)
    },
    { alone: mustBeAlone(image) }
  )
}

/** Answers the core's requests until the process ends. */
export const serveMedia = (port: MediaPort): void => {
  const turns = createTurns(PLACES)
  const running = new Map<string, AbortController>()
  const start = async (work: Work): Promise<void> => {
    const stop = new AbortController()
    running.set(work.id, stop)
    try {
      port.send(await perform(work, turns, (reply) => port.send(reply), stop.signal))
    } catch (error) {
      const told = stop.signal.aborted ? new MediaError('cancelled.media') : error
      port.send({ id: work.id, kind: 'failed', error: asFailure(told) })
    } finally {
      running.delete(work.id)
    }
  }
  port.onRequest((request) => {
    if (request.kind === 'cancel') running.get(request.id)?.abort()
    else void start(request)
  })
  port.send({ kind: 'ready' })
}
