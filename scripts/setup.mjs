import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { main, say } from './lib/say.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  say('Ready. Try: npm run demo, npm start, npm test.')
})
