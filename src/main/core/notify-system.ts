import type { CoreServices } from './context'
import type { DueNotice } from './core.types'
import { logFailure } from './log-failure'

/** One line of text as the system shows it: no line breaks, nothing that turns the direction of what follows, not endless. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ').trim().slice(0, 120)

/** Tells the system, where the host can. A failure costs the notice alone. */
export async function notifySystem(core: CoreServices, notice: () => Promise<DueNotice>): Promise<void> {
  const notify = core.options.host?.notify
  if (!notify) return
  try {
    await notify(await notice())
  } catch (error) {
    logFailure(core.logger, 'notice-failed', error)
  }
}
