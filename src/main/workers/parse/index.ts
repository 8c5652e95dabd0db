import { asFailure } from './parse-failure'
import { openPort } from './port'
import { readFile } from './read'
import { createSink, type CreditedSink } from './sink'

const port = openPort()
const underWay = new Map<string, CreditedSink>()

port.onRequest((message) => {
  if (message.kind === 'more') {
    underWay.get(message.id)?.more()
    return
  }
  const { id, request } = message
  const sink = createSink((event) => port.send({ id, kind: 'event', event }))
  underWay.set(id, sink)
  readFile(request, sink)
    .then(
      () => port.send({ id, kind: 'done' }),
      (error: unknown) => port.send({ id, kind: 'failed', error: asFailure(error) })
    )
    .finally(() => underWay.delete(id))
    .catch(() => undefined)
})
port.send({ kind: 'ready' })
