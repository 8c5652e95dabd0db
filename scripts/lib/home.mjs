import { existsSync } from 'node:fs'
import { inRoot } from './paths.mjs'
import { runNode } from './run.mjs'
import { say } from './say.mjs'

/** Where `npm run demo` keeps its client. */
const demoHome = inRoot('.greenroom', 'demo')

/** True where the app has been used with a home of the person's own, so that the demo would be in the way. */
async function ownHomeIsUsed() {
  const { output } = await runNode(inRoot('out', 'main', 'cli.js'), ['home', '--json'], { capture: true })
  return !output.includes('"used": false') && !output.includes('"used":false')
}

/**
 * Opens on the demo client where one was made, as long as there is nothing else to open.
 *
 * @param {string[]} args as given to `npm start`
 * @returns {Promise<string[]>}
 */
export async function withHome(args) {
  const isGiven = args.some(arg => arg === '--home' || arg.startsWith('--home=')) || Boolean(process.env.GREENROOM_HOME)
  if (isGiven || !existsSync(inRoot('.greenroom', 'demo', 'catalog.sqlite')) || (await ownHomeIsUsed())) return args
  say('Opening the demo client. `npm start -- --home DIR` opens another data folder.')
  return ['--home', demoHome, ...args]
}
