import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { tools } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { main } from './lib/say.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const { code } = await runNode(tools.electronBuilder, ['--config', 'electron-builder.yml', '--publish', 'never', ...process.argv.slice(2)])
  process.exitCode = code
})
