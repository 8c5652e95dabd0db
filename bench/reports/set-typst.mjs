import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Sets a report in the built report process, a process of its own as in the app. */
const { worker, requestFile } = JSON.parse(process.argv[2])
const request = JSON.parse(readFileSync(requestFile, 'utf8'))
const child = fork(worker, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
const next = () => new Promise((done, fail) => {
  child.once('message', done)
  child.once('exit', code => fail(new Error(`ended with ${code}`)))
})
await next()
const start = performance.now()
child.send({ id: '1', kind: 'compile', request })
const answer = await next()
const setMs = performance.now() - start
child.removeAllListeners('exit')
child.disconnect()
if (answer.kind !== 'compiled') throw new Error(JSON.stringify(answer))
process.stdout.write(JSON.stringify({ setMs, ...answer.result }))
