import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { main } from './lib/say.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const { code } = await runNode(inRoot('out', 'main', 'cli.js'), ['demo', ...process.argv.slice(2)], { isApp: true })
  process.exitCode = code
})
