import { StandardRPCJsonSerializer, StandardRPCSerializer } from '@orpc/client/standard'
import { StandardHandler, StandardRPCCodec, StandardRPCMatcher } from '@orpc/server/standard'
import type { Core } from '../../core'

/**
 * The contract answers with JSON values and nothing else. So an answer goes out as it is, where the serializer of oRPC would
 * copy every value of it to look for dates, sets and files.
 */
class PlainJson extends StandardRPCJsonSerializer {
  override serialize(data: unknown): ReturnType<StandardRPCJsonSerializer['serialize']> {
    return [data, [], [], []]
  }
}

/** What answers a page's operations, over whichever line they come. */
export const answerOperations = ({ router }: Pick<Core, 'router'>): StandardHandler<{ core: Core['services'] }> =>
  new StandardHandler(router, new StandardRPCMatcher(), new StandardRPCCodec(new StandardRPCSerializer(new PlainJson())), {})
