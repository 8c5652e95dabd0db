import type { ReportRequest } from '../../../shared/reports/protocol'
import { asFailure, compileDocument } from './compile'
import { openPort } from './port'

const port = openPort()

async function answer({ id, request }: ReportRequest): Promise<void> {
  try {
    port.send({ id, kind: 'compiled', result: await compileDocument(request) })
  } catch (error) {
    port.send({ id, kind: 'failed', error: asFailure(error) })
  }
}

port.onRequest((request) => void answer(request))
port.send({ kind: 'ready' })
