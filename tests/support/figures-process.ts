import { createCore } from '../../src/main/core'
import { spawnParseWithNode } from '../../src/main/hosts/node/spawn-parse'

/** A process that imports a file of figures again and again, each time undone, so that a test can kill it anywhere. */
const { home, clientId, path, parseWorker } = JSON.parse(process.argv[2] ?? '{}') as { home: string; clientId: string; path: string; parseWorker: string }
const none = () => {
  throw new Error('no media here')
}
const core = await createCore({ home, resources: home, version: '0.0.0-test', hostName: 'test', spawnMedia: none, spawnReport: none, spawnParse: () => spawnParseWithNode(parseWorker) })
const { figureImports, jobs, history } = core.client
await figureImports.list({ clientId })
console.log('began')
for (;;) {
  const { jobId, draftId } = await figureImports.read({ clientId, files: [core.registerPath(path)] })
  while ((await jobs.get({ clientId, jobId })).state !== 'done') await new Promise((wake) => setTimeout(wake, 5))
  const { added, changed, unchanged } = (await figureImports.draft({ clientId, draftId })).totals
  await figureImports.commit({ clientId, draftId, expect: { added, changed, unchanged } })
  await history.undo({ clientId })
  await history.redo({ clientId })
  await history.undo({ clientId })
}
