import { os } from '../../router-base'
import { listSettings, putSetting } from './settings.repository'

export { findProgramFolder, listSettings, putProgramFolder, putSetting } from './settings.repository'

export const settingsHandlers = {
  all: os.settings.all.handler(async ({ context }) => ({ settings: await listSettings(context.core.catalog.reader) })),
  put: os.settings.put.handler(async ({ input, context }) => {
    await context.core.catalog.write((tx) => putSetting(tx, input.key, input.value))
    context.core.emit({ type: 'settings.changed', key: input.key })
    return { ok: true as const }
  })
}
