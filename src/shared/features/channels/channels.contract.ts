import { z } from 'zod'
import { operation } from '../../contract/base'
import { channelCatalogSchema, networkIdSchema, placementKindSchema, placementSchema, placementScopeSchema } from '../../channels/catalog.schema'
import { accountsContract } from './accounts.contract'

export const channelsContract = {
  ...accountsContract,
  /** The whole rule pack: networks, placements, text rules, sources and dates. */
  getCatalog: operation('query').output(channelCatalogSchema),
  listPlacements: operation('query')
    .input(
      z
        .object({
          network: networkIdSchema.optional(),
          kind: placementKindSchema.optional(),
          scope: placementScopeSchema.optional(),
          /** Only what an image can be exported for. */
          images: z.boolean().default(false),
          search: z.string().max(200).optional()
        })
        .default({ images: false })
    )
    .output(z.object({ version: z.string(), placements: z.array(placementSchema.extend({ network: networkIdSchema })) }))
}
