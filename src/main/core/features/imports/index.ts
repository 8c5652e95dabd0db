import { os } from '../../router-base'
import { commitSchedule } from './commit.service'
import { listMappings, putMappings, removeMapping } from './imports.repository'
import { detectFiles, readPlans } from './preview.service'

export { listMappings } from './imports.repository'
export { rememberMappings } from './plan-tables'
export type { Refused } from './read-files.service'

export const importsHandlers = {
  detect: os.imports.detect.handler(({ input, context }) => detectFiles(context, input.files)),
  previewSchedule: os.imports.previewSchedule.handler(async ({ input, context }) => {
    const { preview } = await readPlans(context, input.clientId, input.files, input.options)
    return preview
  }),
  commitSchedule: os.imports.commitSchedule.handler(({ input, context }) => commitSchedule(context, input)),
  listMappings: os.imports.listMappings.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    return { mappings: await listMappings(reader) }
  }),
  addMappings: os.imports.addMappings.handler(({ input, context }) =>
    context.command(input.clientId, async (tx) => ({ changed: await putMappings(tx, input.mappings, context.core.newId) }), { data: { count: input.mappings.length } })
  ),
  removeMapping: os.imports.removeMapping.handler(async ({ input, context }) => {
    await context.command(input.clientId, (tx) => removeMapping(tx, input.format, input.key))
    return { ok: true as const }
  })
}
