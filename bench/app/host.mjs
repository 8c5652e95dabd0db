import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { SetupError } from '../../scripts/lib/say.mjs'

function firstAddress(child) {
  return new Promise((found, fail) => {
    createInterface({ input: child.stdout }).on('line', line => {
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)?.[0]
      if (address) found(new URL(address))
    })
    child.once('exit', code => fail(new SetupError(`The host ended with ${code}.`)))
  })
}

async function openSession({ origin, hash }) {
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: hash.slice('#code='.length) })
  })
  return (await response.json()).token
}

/** Starts the built host for a browser on a home. `loop()` ends it and tells how its event loop fared. */
export async function startHost(home, connect) {
  const loopFile = join(home, '..', 'loop.json')
  rmSync(loopFile, { force: true })
  const watcher = pathToFileURL(inRoot('bench', 'app', 'watch-loop.mjs')).href
  const child = spawn(process.execPath, ['--import', watcher, inRoot('out', 'main', 'loopback.js'), '--home', home], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, BENCH_LOOP_FILE: loopFile }
  })
  const address = await firstAddress(child)
  const token = await openSession(address)
  const client = connect(address.origin, token)
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return {
    client,
    origin: address.origin,
    token,
    pid: child.pid,
    watchAnew: () => child.kill('SIGUSR2'),
    stop,
    async loop() {
      await stop()
      return JSON.parse(readFileSync(loopFile, 'utf8'))
    }
  }
}
