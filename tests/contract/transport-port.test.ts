import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { MessagePortHandler } from '@orpc/server/message-port'
import { onTestFinished } from 'vitest'
import { answerOperations } from '../../src/main/hosts/web'
import { createPortLink } from '../../src/renderer/api/port-link'
import type { AppClient } from '../../src/shared/contract'
import { describeTransport } from '../support/transport-suite'

describeTransport('over a message port', (core) => {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  new MessagePortHandler(answerOperations(core)).upgrade(port1, { context: { core: core.services } })
  port1.start()
  const client: AppClient = createORPCClient(createPortLink(port2 as unknown as MessagePort))
  return client
})
