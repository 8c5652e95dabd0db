import { createCore } from '../../src/main/core'

/** A process that gives commands as fast as it can and prints each one that was acknowledged, so that a test can kill it. */

const { home, clientId } = JSON.parse(process.argv[2] ?? '{}') as { home: string; clientId: string }
const none = () => {
  throw new Error('no media here')
}
const core = await createCore({ home, resources: home, version: '0.0.0-test', hostName: 'test', spawnMedia: none, spawnReport: none, spawnParse: none })
const settings = { render: {}, template: '{asset}.{ext}' }

for (let n = 0; ; n += 1) {
  const name = `preset-${process.pid}-${n}`
  await core.client.renditions.savePreset({ clientId, name, placementIds: ['ig-feed-4x5'], settings })
  console.log(name)
  if (n % 5 === 4) {
    await core.client.clients.update({ clientId, name: `Client ${process.pid} ${n}` })
    console.log(`Client ${process.pid} ${n}`)
  }
}
