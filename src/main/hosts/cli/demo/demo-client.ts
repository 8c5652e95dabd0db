import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientSummary } from '../../../../shared/features/clients/clients.contract'
import { takeIn, type TakenFile } from '../intake'
import type { Session } from '../session'
import { photographFile, type DemoDefinition, type DemoPhotograph } from './demo-definition'

/** The demo client with its photographs, by slug. */
export interface DemoClient {
  client: ClientSummary
  assetIds: ReadonlyMap<string, string>
  added: number
}

async function findOrCreate(session: Session, definition: DemoDefinition): Promise<ClientSummary> {
  const client = await session.client()
  const { clients } = await client.clients.list({})
  return clients.find((one) => one.name === definition.client.name) ?? client.clients.create(definition.client)
}

/** The packages all call their picture `image.jpg`; in the library each has the name of what it shows. */
async function withNamedCopies<T>(session: Session, slugs: readonly string[], use: (paths: string[]) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'greenroom-demo-'))
  try {
    const paths: string[] = []
    for (const slug of slugs) {
      const path = join(folder, `${slug}.jpg`)
      await copyFile(photographFile(session.bundleDir, slug), path)
      paths.push(path)
    }
    return await use(paths)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function describe(session: Session, clientId: string, assetId: string, about: DemoPhotograph): Promise<void> {
  const { assets } = await session.client()
  await assets.update({ clientId, assetId, title: about.title, altText: about.altText })
  await assets.updateMany({ clientId, ids: [assetId], addTags: about.tags })
  await assets.setFocalPoint({ clientId, assetId, focal: about.focal })
}

/** What was there already keeps the words and the focal point that a person may have given it. */
async function describeAdded(session: Session, clientId: string, definition: DemoDefinition, taken: readonly TakenFile[]): Promise<number> {
  let added = 0
  for (const about of definition.photographs) {
    const file = taken.find((one) => one.file === `${about.slug}.jpg`)
    if (file?.outcome !== 'added') continue
    await describe(session, clientId, file.assetId, about)
    added += 1
  }
  return added
}

/** Makes the demo client, or finds it where it was made before, with all its photographs in it. */
export async function makeDemoClient(session: Session, definition: DemoDefinition): Promise<DemoClient> {
  const client = await findOrCreate(session, definition)
  const slugs = definition.photographs.map((one) => one.slug)
  const { taken } = await withNamedCopies(session, slugs, (paths) => takeIn(session, client.id, paths))
  const added = await describeAdded(session, client.id, definition, taken)
  return { client, added, assetIds: new Map(taken.map((one) => [one.file.replace(/\.jpg$/, ''), one.assetId])) }
}
