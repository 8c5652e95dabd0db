import type { AppOutputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import type { CallContext } from '../../context'
import { listItemRows } from '../../jobs/jobs.repository'
import { describeAsset, findAssetBySha } from '../assets'
import { createClient, findClientByName } from '../clients'
import { type DemoDefinition, photographFile, readDemoDefinition } from './demo-definition'
import { type DemoCommunity, holdDemoMonth } from './community'
import { planDemoMonth } from './plan'
import { demoExports, planDemoQuarter } from './quarter'
import { importDemoExports, type ImportedExports } from './quarter/import-exports'

type Demo = AppOutputs['clients']['addDemo']
type Photograph = Demo['photographs'][number]

/** The packages all call their picture `image.jpg`; in the library each has the name of what it shows. */
async function takeIn(context: CallContext, clientId: string, definition: DemoDefinition): Promise<Photograph[]> {
  const { jobs, tokens, options, workspaces } = context.core
  const files = await Promise.all(
    definition.photographs.map(async ({ slug }) =>
      tokens.register({ path: await photographFile(options.resources, slug), name: `${slug}.jpg` })
    )
  )
  const jobId = await jobs.start(clientId, 'assets.add', { files })
  await jobs.settled(clientId, jobId)
  const { reader } = await workspaces.open(clientId)
  const taken: Photograph[] = []
  for (const { label, result } of await listItemRows(reader, jobId, ['done'])) {
    const asset = await findAssetBySha(reader, String(result?.sha256))
    if (asset) taken.push({ slug: label.replace(/\.jpg$/, ''), assetId: asset.id, added: result?.outcome === 'added' })
  }
  return taken
}

/**
 * Makes the demo client with a month of posts, the figures of the quarter before and a month of conversations, or finds it where it was
 * made before. Photographs that were there already keep the words and
 * the focal point that a person may have given them.
 * @throws AppError `not-found.file` when the photographs did not come along, `conflict.client-archived`
 */
export async function addDemo(context: CallContext): Promise<{ clientId: string; measured: ImportedExports & { posts: number }; community: DemoCommunity } & Pick<Demo, 'photographs' | 'planned'>> {
  const { core } = context
  const definition = await readDemoDefinition(core.options.resources)
  const known = await findClientByName(core.catalog.reader, definition.client.name)
  if (known?.archivedAt) throw new AppError('conflict.client-archived', { name: known.name })
  const clientId = known?.id ?? (await createClient(context, definition.client))
  const photographs = await takeIn(context, clientId, definition)
  const added = new Map(photographs.filter((one) => one.added).map((one) => [one.slug, one.assetId]))
  await context.command(clientId, async (tx) => {
    for (const about of definition.photographs) {
      const assetId = added.get(about.slug)
      if (assetId) await describeAsset(tx, assetId, about, core.newId)
    }
  })
  const assets = new Map(photographs.map(({ slug, assetId }) => [slug, assetId]))
  const planned = await planDemoMonth(context, clientId, definition.client.zone, assets)
  const { today, posts } = await planDemoQuarter(context, clientId, definition.client.zone, assets)
  const exports = await demoExports(core.options.resources, today, definition.client.zone)
  const measured = { posts, ...(await importDemoExports(context, clientId, exports)) }
  const community = await holdDemoMonth(context, clientId, definition.client.zone)
  return { clientId, photographs, planned, measured, community }
}
