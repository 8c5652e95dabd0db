import type { Page } from 'playwright-core'

/**
 * Operations as a page of the app calls them: over the ports that the preload script hands over. Connecting takes the
 * line over from whatever the page runs itself.
 */
export interface PageClient {
  /** Answers with an operation's output. @throws Error whose message is the error's code */
  call<Output = unknown>(operation: string, input?: unknown): Promise<Output>
  /** Posts anything at all on one of the two ports. `value` is an expression that the page evaluates. */
  post(port: 'operations' | 'host', value: string): Promise<void>
  /** What the main process sent on the host line since the page connected. */
  hostMessages(): Promise<unknown[]>
}

const LONGEST_ANSWER = 30_000

interface Line {
  operations: MessagePort
  host: MessagePort
  heard: unknown[]
  last: number
}

const connectInPage = () =>
  new Promise<void>((connected) => {
    const take = (event: MessageEvent) => {
      const [operations, host] = event.ports
      if ((event.data as { type?: string }).type !== 'greenroom:port' || !operations || !host) return
      window.removeEventListener('message', take)
      const line: Line = { operations, host, heard: [], last: 0 }
      host.onmessage = ({ data }) => line.heard.push(data)
      operations.start()
      Object.assign(window, { testLine: line })
      connected()
    }
    window.addEventListener('message', take)
    ;(window as unknown as { greenroom: { connect(): void } }).greenroom.connect()
  })

interface Answer {
  status: number
  body: { json?: unknown }
}

const callInPage = ({ path, input }: { path: string; input: unknown }) =>
  new Promise<Answer>((answered) => {
    const line = (window as unknown as { testLine: Line }).testLine
    line.last += 1
    const id = `test-${line.last}`
    line.operations.addEventListener('message', function take({ data }: MessageEvent<string>) {
      const message = JSON.parse(data) as { i: string; p: { s?: number; b: Answer['body'] } }
      if (message.i !== id) return
      line.operations.removeEventListener('message', take)
      answered({ status: message.p.s ?? 200, body: message.p.b })
    })
    line.operations.postMessage(JSON.stringify({ i: id, p: { u: path, b: { json: input } } }))
  })

export async function connectPage(page: Page): Promise<PageClient> {
  await page.evaluate(connectInPage)
  return {
    async call<Output>(operation: string, input?: unknown) {
      const unanswered = new Promise<never>((_answered, fail) => {
        setTimeout(() => fail(new Error(`${operation} was not answered`)), LONGEST_ANSWER).unref()
      })
      const answer = page.evaluate(callInPage, { path: `/${operation.replaceAll('.', '/')}`, input })
      const { status, body } = await Promise.race([answer, unanswered])
      if (status >= 400) throw new Error((body.json as { code?: string }).code ?? `status ${status}`)
      return body.json as Output
    },
    post: (port, value) => page.evaluate(`testLine.${port}.postMessage(${value})`),
    hostMessages: () => page.evaluate(() => (window as unknown as { testLine: Line }).testLine.heard)
  }
}
