import { availableParallelism } from 'node:os'
import { ensureInstalled } from './lib/install.mjs'
import { tools } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { main, say, seconds } from './lib/say.mjs'

/** One project a runtime, so that `window` in the core or `node:fs` in the page does not compile. Slowest first. */
const PROJECTS = [
  [tools.vueTsc, 'tests'],
  [tools.vueTsc, 'src/renderer'],
  [tools.tsc, 'src/main'],
  [tools.tsc, 'src/shared'],
  [tools.tsc, 'src/preload'],
  [tools.tsc, '.']
]

async function check([compiler, project]) {
  const start = performance.now()
  const { code, output } = await runNode(compiler, ['-p', project, '--noEmit', '--pretty', 'false'], { capture: true })
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${project} (${seconds(start)})`)
  if (code !== 0) process.stdout.write(`${output.trim()}\n`)
  return code
}

await main(async () => {
  await ensureInstalled()
  const wanted = process.argv.slice(2)
  const queue = PROJECTS.filter(([, project]) => wanted.length === 0 || wanted.includes(project))
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) if ((await check(next)) !== 0) process.exitCode = 1
  }
  await Promise.all(Array.from({ length: Math.min(3, availableParallelism()) }, worker))
})
