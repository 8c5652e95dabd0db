import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { networkIdSchema } from '../../../../../shared/channels/catalog.schema'
import { hashtags, playbook } from '../../../../../shared/features/channels/accounts.schema'
import { hexColor } from '../../../../../shared/features/clients/clients.contract'
import { utmRule } from '../../../../../shared/features/campaigns/utm.schema'
import { clockTime, ideaColumn, postFormat, variantState } from '../../../../../shared/features/posts/posts.schema'
import { templatePart } from '../../../../../shared/features/texts/texts.contract'

const slug = z.string().regex(/^[a-z0-9-]+$/)
/** Days from the day on which the demo is made: the plan is never an old one. */
const days = z.int().min(-60).max(60)
const network = networkIdSchema.nullable()

const channel = z.object({
  slug,
  network: networkIdSchema,
  name: z.string(),
  handle: z.string(),
  owner: z.string(),
  postsPerWeek: z.int(),
  /** Weekday (1 is Monday), time and pillar. */
  slots: z.array(z.tuple([z.int().min(1).max(7), clockTime, slug])),
  playbook,
  defaultHashtags: hashtags,
  signature: z.string()
})
const pillar = z.object({ slug, name: z.string(), color: hexColor, targetShare: z.int(), description: z.string() })
const ad = z.object({ name: z.string(), network: networkIdSchema, budgetMinor: z.int(), startsOn: days, endsOn: days, link: z.url() })
const campaign = z.object({
  slug,
  name: z.string(),
  goal: z.string(),
  startsOn: days,
  endsOn: days,
  budgetMinor: z.int(),
  currency: z.string(),
  color: hexColor,
  audiences: z.array(z.string()),
  kpis: z.array(z.object({ metric: z.string(), target: z.number() })),
  utm: utmRule,
  notes: z.string(),
  ads: z.array(ad)
})
const post = z.object({
  day: days,
  time: clockTime,
  title: z.string(),
  text: z.string(),
  pillar: slug,
  campaign: slug.nullable(),
  channels: z.array(slug),
  photographs: z.array(slug),
  /** Null: published, as all that is past. `overdue` went past its time and was not handed over. */
  state: variantState.or(z.literal('overdue')).nullable(),
  link: z.string(),
  variants: z.record(z.string(), z.object({ text: z.string(), format: postFormat }).partial()),
  firstComment: z.string(),
  labels: z.array(z.string()),
  notes: z.string(),
  sources: z.string(),
  owner: z.string(),
  checklist: z.array(z.string())
})
export type DemoPost = z.infer<typeof post>

const demoPlan = z.object({
  channels: z.array(channel),
  pillars: z.array(pillar),
  campaigns: z.array(campaign),
  hashtagSets: z.array(z.object({ name: z.string(), network, tags: hashtags })),
  snippets: z.array(z.object({ name: z.string(), network, text: z.string() })),
  variables: z.array(z.object({ name: z.string(), value: z.string() })),
  templates: z.array(z.object({ name: z.string(), parts: z.array(templatePart) })),
  handles: z.array(z.object({ name: z.string(), note: z.string(), handles: z.partialRecord(networkIdSchema, z.string()) })),
  dates: z.array(z.object({ name: z.string(), startsOn: days, endsOn: days, color: hexColor })),
  countries: z.array(z.string().length(2)),
  posts: z.array(post),
  ideas: z.array(z.object({ title: z.string(), text: z.string(), pillar: slug, column: ideaColumn, photographs: z.array(slug) }))
})
export type DemoPlan = z.infer<typeof demoPlan>

/** The month of the demo client as `resources/demo/plan.json` describes it. */
export async function readDemoPlan(resources: string): Promise<DemoPlan> {
  return demoPlan.parse(JSON.parse(await readFile(join(resources, 'demo', 'plan.json'), 'utf8')))
}

/**
 * Looks a slug of the plan up.
 * @throws Error for one that the plan uses and does not define
 */
export function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name)
  if (value === undefined) throw new Error(`the demo plan does not define "${name}"`)
  return value
}
