import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inRoot } from './paths.mjs'
import { say } from './say.mjs'

const HELD_BY_NOBODY_AFTER = 15_000

const alive = pid => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** A lock is stale when its holder is gone, or died before it could write its number down. */
function isStale(folder) {
  try {
    return !alive(Number(readFileSync(join(folder, 'pid'), 'utf8')))
  } catch {
    try {
      return Date.now() - statSync(folder).mtimeMs > HELD_BY_NOBODY_AFTER
    } catch {
      return false
    }
  }
}

function take(folder) {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
  writeFileSync(join(folder, 'pid'), String(process.pid))
  return true
}

/**
 * Runs `body` while no other process of this project runs one under the same name.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withLock(name, body) {
  const folder = inRoot('out', `.lock-${name}`)
  mkdirSync(dirname(folder), { recursive: true })
  let told = false
  while (!take(folder)) {
    if (isStale(folder)) rmSync(folder, { recursive: true, force: true })
    else {
      if (!told) say(`Another process is at it (${name}); waiting for it.`)
      told = true
      await sleep(250)
    }
  }
  try {
    return await body()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
