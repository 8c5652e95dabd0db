import { z } from 'zod'

const none = z.object({})

/** What can go wrong with conversations, beside what all operations share. */
export const inboxErrorData = {
  'not-found.conversation': z.object({ conversation: z.string() }),
  /** A note, a saved reply, a rule. */
  'not-found.care-item': z.object({ item: z.string() }),
  'conflict.no-draft': none,
  'conflict.draft-changed': none,
  /** Rules would do something else by now than what was shown. */
  'conflict.rules-changed': none,
  'conflict.approval-missing': none,
  'validation.capture-empty': none,
  /** The time of a message or an answer is still to come. */
  'validation.message-later': z.object({ at: z.string(), now: z.string() }),
  'validation.snooze-past': z.object({ until: z.string() }),
  'validation.reason-missing': z.object({ count: z.int() })
} as const
