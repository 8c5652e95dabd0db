import { build } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { withLock } from './lib/lock.mjs'
import { main } from './lib/say.mjs'

await main(async () => {
  await ensureInstalled()
  await withLock('build', build)
})
