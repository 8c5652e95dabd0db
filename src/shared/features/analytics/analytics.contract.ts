import { z } from 'zod'
import { clientOperation, clientScope } from '../../contract/base'
import { day } from './analytics-scope'

/** Dashboards of one client's figures. Zero and not known are never the same: what is not known is null. */
export const analyticsContract = {
  /** What figures can be narrowed by, most used first, and the first and last day that any is of. */
  choices: clientOperation('query')
    .input(clientScope)
    .output(z.object({ formats: z.array(z.string()), hashtags: z.array(z.string()), first: day.nullable(), last: day.nullable() }))
}
