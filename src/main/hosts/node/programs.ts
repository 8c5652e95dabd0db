import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import type { ProgramCall, ProgramEnd, ProgramHost } from '../../core'
import { childEnvironment } from './child-environment'

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

/** Folders that programs are looked for in. Relative ones mean wherever the app was started, so they are left out. */
const searched = (env: NodeJS.ProcessEnv): string[] => [env['GREENROOM_FFMPEG'] ?? '', ...(env['PATH'] ?? '').split(delimiter)].filter((folder) => isAbsolute(folder))

async function find(name: string, folder: string | undefined): Promise<string | undefined> {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  for (const place of folder === undefined ? searched(process.env) : [folder]) {
    const path = join(place, file)
    if (await isProgram(path)) return path
  }
  return undefined
}

/** Runs a program to its end: no shell, nothing to read, what it says of errors is let go. */
function run({ program, args, timeoutMs, maxOutput, signal }: ProgramCall): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: childEnvironment(process.env), stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true })
    const chunks: Buffer[] = []
    let bytes = 0
    let ended: ProgramEnd['ended'] = 'itself'
    const stop = (why: ProgramEnd['ended']): void => {
      ended = why
      child.kill('SIGKILL')
      // What it started itself may still hold the other end.
      child.stdout.destroy()
    }
    const timer = setTimeout(() => stop('timeout'), timeoutMs)
    const cancel = (): void => stop('cancelled')
    signal?.addEventListener('abort', cancel, { once: true })
    if (signal?.aborted) cancel()
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > maxOutput) stop('output')
      else chunks.push(chunk)
    })
    const finish = (code: number | null): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      resolve({ code: ended === 'itself' ? code : null, output: Buffer.concat(chunks).toString('utf8'), ended })
    }
    child.once('error', () => finish(null))
    child.once('close', finish)
  })
}

/** The programs of this machine: those in `GREENROOM_FFMPEG`, then those on the search path. */
export const nodePrograms: ProgramHost = { find, run }
