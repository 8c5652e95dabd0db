import { z } from 'zod'

const template = z.string().trim().max(200)

/** Templates with `{network}`, `{campaign}`, `{post}` and `{format}`; an empty one sets no parameter. */
export const utmRule = z.object({
  active: z.boolean().default(true),
  source: template.default('{network}'),
  medium: template.default('social'),
  campaign: template.default('{campaign}'),
  content: template.default('{post}'),
  term: template.default('')
})
export type UtmRule = z.infer<typeof utmRule>
