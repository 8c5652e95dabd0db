import { z } from 'zod'
import { subjectKinds } from '../figures/figure-columns'
import { columnRoles, type MappedLayout } from '../figures/figure-reader'

const name = z.string().trim().min(1).max(200)
const column = z.union([z.object({ role: z.enum(columnRoles) }).strict(), z.object({ figure: z.string().min(1).max(80) }).strict()])

/** A layout that a person mapped once, as it comes in: from the dialog, or from a colleague's file. */
export const mappedLayout = z.object({
  signature: z.string().min(1).max(20_000),
  name,
  network: z.string().min(1).max(40),
  subject: z.enum(subjectKinds),
  span: z.enum(['lifetime', 'day', 'period']),
  columns: z.record(z.string().max(300), column),
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  zone: z.string().max(64).optional(),
  format: z.string().min(1).max(80).optional()
}) satisfies z.ZodType<MappedLayout>

/** The small file that layouts travel in. */
export const layoutFile = z.object({ greenroom: z.literal('figure-layouts'), version: z.literal(1), layouts: z.array(mappedLayout).min(1).max(200) })
export type LayoutFile = z.infer<typeof layoutFile>
