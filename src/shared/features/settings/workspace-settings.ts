import { z } from 'zod'
import { sensitiveMarks } from '../care-rules/care-rules.schema'
import { careHours } from '../care/care-hours'
import { engagementFormulas } from '../figures/formulas'
import { exportIntervals } from '../exports-due/due-rules'

const oneExport = { channelId: z.string().nullable(), guideId: z.string() }

/**
 * What one client's workspace remembers about itself, by name. It is in the change log and goes where the folder goes.
 * A new setting is a new line here.
 */
export const workspaceSettings = {
  /** What engagement is held against in every rate of this client. */
  'analytics.formula': z.enum(engagementFormulas),
  /** ISO 3166 codes of the countries whose holidays the calendar shows. */
  'calendar.countries': z.array(z.string().length(2)),
  /** When the client answers; `care/care-hours.ts`. */
  'care.hours': careHours,
  /** Names that message files know the client itself by. */
  'care.ownNames': z.array(z.object({ network: z.string(), key: z.string() })),
  /** Replies to conversations with these labels or of these types need an approval. */
  'care.sensitive': sensitiveMarks,
  /** How this client deals with negative posts; not there until somebody wrote it. */
  'care.policy': z.string().max(50_000),
  /** What levels 1 to 4 of an incident mean here. */
  'crisis.levels': z.array(z.string().max(2000)).length(4),
  /** The rule pack that the client's posts were last looked at with: limits of networks by name. */
  'checks.rulePack': z.object({ version: z.string(), limits: z.record(z.string(), z.number().nullable()) }),
  /** How often exports of the networks are fetched, which reminders are quiet until a day, and what is expected otherwise. */
  'exports.due': z.object({
    interval: z.enum(exportIntervals),
    snoozed: z.array(z.object({ ...oneExport, until: z.string() })),
    expected: z.array(z.object({ ...oneExport, expected: z.boolean() }))
  }),
  /** The day that the quarter of the demo client was told from. */
  'demo.quarter': z.iso.date(),
  /** The day that the month of conversations of the demo client was told from. */
  'demo.community': z.iso.date(),
  /** Secret that handles of people who were erased are hashed with, in hex. */
  'people.salt': z.string().regex(/^[0-9a-f]{64}$/),
  /** The version of the zone rules by which the instants of coming times were worked out. */
  'tz-version': z.string().max(40)
} as const

export type WorkspaceSettingKey = keyof typeof workspaceSettings
export type WorkspaceSettingValue<Key extends WorkspaceSettingKey> = z.infer<(typeof workspaceSettings)[Key]>
