import { RPCLink } from '@orpc/client/fetch'
import { appErrorOf, refusalOf } from './app-error-of'

export const tokenHeader = 'x-greenroom-token'

interface HttpLinkOptions {
  /** `http://127.0.0.1:PORT` */
  origin: string
  token: string
}

/** A browser carries 64 KiB of such requests at a time, and refuses more. */
const mostOutliving = 8_000

const outliving: ReadonlySet<string> = new Set(['settings.put', 'posts.update', 'posts.updateVariant', 'inbox.saveDraft'])

/**
 * Small preferences, and words of a post or a reply, are written also while the page goes away: what was chosen or typed right before a
 * reload is there after it.
 */
function outlivesPage(path: readonly string[], input: unknown): boolean {
  return outliving.has(path.join('.')) && JSON.stringify(input).length < mostOutliving
}

const isRefusal = (response: Response) => response.headers.has('x-greenroom-refused')

/** Operations as `POST /rpc/…`; refusals of the host and failures of the network come out as `AppError`. */
export function createHttpLink({ origin, token }: HttpLinkOptions) {
  return new RPCLink({
    url: `${origin}/rpc`,
    headers: { [tokenHeader]: token },
    fetch: async (request, init, _options, path, input) => {
      const response = await fetch(request, { ...init, credentials: 'omit', cache: 'no-store', keepalive: outlivesPage(path, input) })
      if (isRefusal(response)) throw await refusalOf(response)
      return response
    },
    interceptors: [({ next }) => next().catch((error: unknown) => Promise.reject(appErrorOf(error)))]
  })
}
