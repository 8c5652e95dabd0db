import { z } from 'zod'

/**
 * What one client's workspace remembers about itself, by name. It is in the change log and goes where the folder goes.
 * A new setting is a new line here.
 */
export const workspaceSettings = {
  /** ISO 3166 codes of the countries whose holidays the calendar shows. */
  'calendar.countries': z.array(z.string().length(2)),
  /** The version of the zone rules by which the instants of coming times were worked out. */
  /** The rule pack that the client's posts were last looked at with: limits of networks by name. */
  'checks.rulePack': z.object({ version: z.string(), limits: z.record(z.string(), z.number().nullable()) }),
  'tz-version': z.string().max(40)
} as const

export type WorkspaceSettingKey = keyof typeof workspaceSettings
export type WorkspaceSettingValue<Key extends WorkspaceSettingKey> = z.infer<(typeof workspaceSettings)[Key]>
