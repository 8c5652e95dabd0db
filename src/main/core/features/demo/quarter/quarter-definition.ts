import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { goalMetrics } from '../../../../../shared/features/goals/goal-progress'
import { clockTime } from '../../../../../shared/features/posts/posts.schema'

const slug = z.string().regex(/^[a-z0-9-]+$/)
/** Days from the day on which the demo is made: a quarter that has just passed, always. */
const days = z.int().min(-120).max(120)

/** What a post was on its networks; `text` is a post without a picture. */
export const pieceFormat = z.enum(['feed', 'carousel', 'reel', 'story', 'text'])
export type PieceFormat = z.infer<typeof pieceFormat>

const quarterPost = z.object({
  day: days,
  time: clockTime,
  title: z.string(),
  text: z.string(),
  pillar: slug,
  format: pieceFormat,
  channels: z.array(slug),
  photographs: z.array(slug),
  /** Where the words were changed by hand on the network, and the post went out later than planned: a person must say that it is this one. */
  published: z.object({ text: z.string(), hours: z.number() }).optional()
})
export type QuarterPost = z.infer<typeof quarterPost>

const demoQuarter = z.object({
  posts: z.array(quarterPost),
  annotations: z.array(z.object({ day: days, text: z.string() })),
  goals: z.array(
    z.object({
      name: z.string(), metric: z.enum(goalMetrics), channel: slug.nullable(), pillar: slug.nullable(), baseline: z.number(), target: z.number(), startsOn: days, endsOn: days, notes: z.string()
    })
  ),
  learnings: z.array(
    z.object({
      day: days, observation: z.string(), decision: z.string(), experiment: z.string(), reviewOn: days, result: z.string(), state: z.enum(['open', 'kept', 'dropped'])
    })
  )
})
export type DemoQuarter = z.infer<typeof demoQuarter>

/** The quarter before today of the demo client, as `resources/demo/quarter.json` describes it. */
export async function readDemoQuarter(resources: string): Promise<DemoQuarter> {
  return demoQuarter.parse(JSON.parse(await readFile(join(resources, 'demo', 'quarter.json'), 'utf8')))
}
