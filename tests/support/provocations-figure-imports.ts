import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readFigures } from './figure-imports'
import { tempFolder } from './temp-folder'
import type { TestCore } from './test-core'

interface Place {
  core: TestCore
  clientId: string
}

/** A draft of one day of an account that the file does not name, of a network with so many channels. */
async function readOverview({ core, clientId }: Place, channels: number): Promise<string> {
  for (let n = 0; n < channels; n += 1) await core.client.channels.create({ clientId, network: 'tiktok', name: `Account ${n}` })
  const path = join(await tempFolder(), 'Overview.csv')
  await writeFile(path, '"Date","Video Views","Profile Views","Likes","Comments","Shares","Unique Viewers"\n"2025-10-31","10","2","3","0","1","8"\n')
  return (await readFigures(core, clientId, [path])).draftId
}
const commit = ({ core, clientId }: Place, draftId: string, added: number) =>
  core.client.figureImports.commit({ clientId, draftId, expect: { added, changed: 0, unchanged: 0 } })

/** What the codes of importing figures are provoked by. */
export const figureImportProvocations: Record<string, (place: Place) => Promise<unknown>> = {
  'not-found.file-token figureImports.read': ({ core, clientId }) => core.client.figureImports.read({ clientId, files: ['made-up'] }),
  'not-found.figure-draft figureImports.draft': ({ core, clientId }) => core.client.figureImports.draft({ clientId, draftId: 'nothing' }),
  'not-found.figure-draft figureImports.commit': (place) => commit(place, 'nothing', 0),
  'not-found.figure-import figureImports.remove': ({ core, clientId }) => core.client.figureImports.remove({ clientId, importId: 'nothing' }),
  'conflict.import-changed figureImports.commit': async (place) => commit(place, await readOverview(place, 0), 7),
  'conflict.import-questions figureImports.commit': async (place) => commit(place, await readOverview(place, 2), 0),
  'conflict.client-archived figureImports.read': async ({ core, clientId }) => {
    await core.client.clients.archive({ clientId })
    return core.client.figureImports.read({ clientId, files: ['x'] })
  }
}
