#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from '../scripts/lib/build.mjs'
import { ensureInstalled, requireNode } from '../scripts/lib/install.mjs'
import { inRoot } from '../scripts/lib/paths.mjs'
import { main } from '../scripts/lib/say.mjs'

/** `npm run` moves to the project's folder; paths among the arguments are meant from where the person is. */
function returnToCaller() {
  const { npm_lifecycle_event: script, INIT_CWD: from } = process.env
  if (script === 'greenroom' && from && existsSync(from)) process.chdir(from)
}

await main(async () => {
  requireNode()
  if (!existsSync(inRoot('node_modules'))) await ensureInstalled()
  await ensureBuilt()
  returnToCaller()
  // In this very process: a command answers in the time of one Node start, not two.
  const cli = inRoot('out', 'main', 'cli.js')
  process.argv[1] = cli
  await import(pathToFileURL(cli).href)
})
