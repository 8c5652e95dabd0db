import { createCore } from '../../src/main/core'
import { spawnParseWithNode } from '../../src/main/hosts/node/spawn-parse'

/** A process that takes a file of messages in again and again, each time undone, so that a test can kill it anywhere. */
const { home, clientId, path, parseWorker } = JSON.parse(process.argv[2] ?? '{}') as { home: string; clientId: string; path: string; parseWorker: string }
const none = () => {
  throw new Error('no media here')
}
const core = await createCore({ home, resources: home, version: '0.0.0-test', hostName: 'test', spawnMedia: none, spawnReport: none, spawnParse: () => spawnParseWithNode(parseWorker) })
const { inbox, history } = core.client
await inbox.list({ clientId })
console.log('began')
for (;;) {
  const files = [core.registerPath(path)]
  const { added } = (await inbox.previewImport({ clientId, files })).totals
  await inbox.commitImport({ clientId, files, expect: { added } })
  await history.undo({ clientId })
  await history.redo({ clientId })
  await history.undo({ clientId })
}
