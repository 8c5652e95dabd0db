import type { IncomingMessage, ServerResponse } from 'node:http'
import { NodeHttpHandler } from '@orpc/server/node'
import { z } from 'zod'
import type { Core } from '../../core'
import { answerOperations, securityHeaders, type WebAnswers } from '../web'
import { gate, needsSession } from './gate'
import { loopbackLimits } from './limits'
import { isForeignPeer } from './peer-owner'
import { readJson } from './read-json'
import { readFacts, single, type RequestFacts } from './request-facts'
import { sendRefusal, sendResponse, toWebRequest } from './send-response'
import type { Sessions } from './sessions'

export const tokenHeader = 'x-greenroom-token'

interface HandlerOptions {
  core: Pick<Core, 'router' | 'services'>
  answers: WebAnswers
  sessions: Sessions
  port: () => number
}

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const sessionRequest = z.object({ code: z.string().max(200) })
const refusedAttempt = (waitMs: number): Record<string, string> =>
  waitMs > 0 ? { 'retry-after': String(Math.ceil(waitMs / 1000)) } : {}

function sessionRoute({ sessions, port }: HandlerOptions): RequestHandler {
  return async (request, response) => {
    const body = await readJson(request)
    if ('refused' in body) return sendRefusal(response, body.refused)
    const parsed = sessionRequest.safeParse(body.json)
    if (!parsed.success) return sendRefusal(response, 'body')
    if (await isForeignPeer(request.socket.remotePort, port())) return sendRefusal(response, 'code')
    const session = sessions.swap(parsed.data.code)
    if ('refused' in session) return sendRefusal(response, session.refused, refusedAttempt(session.waitMs))
    response.setHeader('cache-control', 'no-store')
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end(JSON.stringify(session))
  }
}

function operationsRoute({ core }: HandlerOptions): RequestHandler {
  const operations = new NodeHttpHandler(answerOperations(core))
  return async (request, response) => {
    const body = await readJson(request)
    if ('refused' in body) return sendRefusal(response, body.refused)
    response.setHeader('cache-control', 'no-store')
    const parsed = Object.assign(request, { body: body.json })
    const { matched } = await operations.handle(parsed, response, { prefix: '/rpc', context: { core: core.services } })
    if (!matched) sendRefusal(response, 'address')
  }
}

function pickRoute(options: HandlerOptions): (path: string) => RequestHandler {
  const session = sessionRoute(options)
  const operations = operationsRoute(options)
  return (path) => {
    if (path === '/session') return session
    if (path.startsWith('/rpc/')) return operations
    return async (request, response) => sendResponse(response, await options.answers(toWebRequest(request, path)))
  }
}

/** Uploads may take minutes; any other body that is not there after half a minute is given up. */
function limitTime(request: IncomingMessage, { method, path }: RequestFacts): void {
  if (method !== 'POST') return
  const timer = setTimeout(() => request.destroy(), path === '/upload' ? loopbackLimits.uploadMs : loopbackLimits.bodyMs)
  const stop = () => clearTimeout(timer)
  request.once('end', stop).once('close', stop)
}

/** Every request passes the gate, then shows its token where one is needed, then reaches its route. */
export function createRequestHandler(options: HandlerOptions): RequestHandler {
  const routeOf = pickRoute(options)
  return async (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    const facts = readFacts(request)
    const wrong = gate(facts, { port: options.port() })
    if (wrong) return sendRefusal(response, wrong, wrong === 'method' ? { allow: facts.method === 'GET' ? 'POST' : 'GET' } : {})
    if (needsSession(facts.path)) {
      const session = options.sessions.check(single(facts, tokenHeader) ?? undefined)
      if ('refused' in session) return sendRefusal(response, session.refused, refusedAttempt(session.waitMs))
    }
    limitTime(request, facts)
    await routeOf(facts.path)(request, response)
  }
}
