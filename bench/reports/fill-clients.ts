import { createCore } from '../../src/main/core'
import { seedFigures } from '../../tests/support/figures'

/** Clients with a quarter of figures each, for the bench. Prints their ids. */
const { home, resources, clients } = JSON.parse(process.argv[2] ?? '{}') as { home: string; resources: string; clients: number }

const never = (): never => {
  throw new Error('Filling clients needs no other process.')
}

const core = await createCore({ home, resources, version: '0.0.0', hostName: 'test', spawnMedia: never, spawnReport: never, spawnParse: never })
const ids: string[] = []
for (let index = 0; index < clients; index += 1) {
  const { id: clientId } = await core.client.clients.create({ name: `Client ${String(index + 1).padStart(2, '0')}`, zone: 'Europe/Oslo' })
  const channels: Record<string, string> = {}
  for (const network of ['instagram', 'facebook', 'linkedin', 'tiktok'] as const) channels[network] = (await core.client.channels.create({ clientId, network, name: network })).id
  const workspace = await core.services.workspaces.open(clientId)
  await workspace.command('figureImports.commit', (tx) => seedFigures(tx, channels))
  ids.push(clientId)
}
await core.close()
process.stdout.write(JSON.stringify({ clients: ids }))
