import { AppError } from '../../../../shared/errors/app-error'
import type { Tx } from '../../context'
import { os } from '../../router-base'
import { getChannel } from '../channels'
import { insertAnnotation, listAnnotations, removeAnnotation, updateAnnotation } from './annotations.repository'

interface Fields {
  startsOn: string
  endsOn: string
  channelId: string | null
}

async function check(tx: Tx, { startsOn, endsOn, channelId }: Fields): Promise<void> {
  if (startsOn > endsOn) throw new AppError('validation.days', { from: startsOn, to: endsOn })
  if (channelId !== null) await getChannel(tx, channelId)
}

export const annotationsHandlers = {
  list: os.annotations.list.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    return { annotations: await listAnnotations(reader, input.from, input.to) }
  }),
  create: os.annotations.create.handler(({ input: { clientId, ...fields }, context }) =>
    context.command(clientId, async (tx) => {
      await check(tx, fields)
      const annotation = { id: context.core.newId(), ...fields, createdAt: context.core.now() }
      await insertAnnotation(tx, annotation)
      return annotation
    })
  ),
  update: os.annotations.update.handler(({ input: { clientId, annotationId, ...fields }, context }) =>
    context.command(clientId, async (tx) => {
      await check(tx, fields)
      return updateAnnotation(tx, { id: annotationId, ...fields })
    })
  ),
  remove: os.annotations.remove.handler(async ({ input, context }) => {
    await context.command(input.clientId, (tx) => removeAnnotation(tx, input.annotationId))
    return { ok: true as const }
  })
}
