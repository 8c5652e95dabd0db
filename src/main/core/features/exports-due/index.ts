import type { CallContext } from '../../context'
import { os } from '../../router-base'
import { getWorkspaceSetting, putWorkspaceSetting } from '../workspace-settings'
import { readDueExports } from './due-list.service'
import { type ExportSettings, readExports, usualSettings } from './overview.service'

interface OneExport {
  clientId: string
  channelId: string | null
  guideId: string
}

async function change(context: CallContext, clientId: string, apply: (settings: ExportSettings) => ExportSettings): Promise<{ ok: true }> {
  await context.command(clientId, async (tx) => {
    await putWorkspaceSetting(tx, 'exports.due', apply((await getWorkspaceSetting(tx, 'exports.due')) ?? usualSettings))
  })
  return { ok: true }
}

const others =
  ({ channelId, guideId }: OneExport) =>
  (one: Pick<OneExport, 'channelId' | 'guideId'>): boolean =>
    one.channelId !== channelId || one.guideId !== guideId

export const exportsDueHandlers = {
  overview: os.exportsDue.overview.handler(async ({ input, context }) => readExports(await context.workspace(input.clientId), context.core.now())),
  list: os.exportsDue.list.handler(({ context }) => readDueExports(context.core)),
  setInterval: os.exportsDue.setInterval.handler(({ input: { clientId, interval }, context }) => change(context, clientId, (settings) => ({ ...settings, interval }))),
  snooze: os.exportsDue.snooze.handler(({ input, context }) => {
    const { clientId, channelId, guideId, until } = input
    return change(context, clientId, (settings) => {
      const kept = settings.snoozed.filter(others(input))
      return { ...settings, snoozed: until === null ? kept : [...kept, { channelId, guideId, until }] }
    })
  }),
  setExpected: os.exportsDue.setExpected.handler(({ input, context }) => {
    const { clientId, channelId, guideId, expected } = input
    return change(context, clientId, (settings) => ({ ...settings, expected: [...settings.expected.filter(others(input)), { channelId, guideId, expected }] }))
  })
}
