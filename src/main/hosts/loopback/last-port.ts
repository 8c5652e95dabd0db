import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const fileIn = (home: string): string => join(home, 'last-port')

/** The port of last time, so that a tab that is still open finds the app again; undefined where none is known. */
export async function readLastPort(home: string): Promise<number | undefined> {
  const port = Number(await readFile(fileIn(home), 'utf8').catch(() => ''))
  return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : undefined
}

/** Of no weight: where it cannot be written, the next start takes another port. */
export const writeLastPort = (home: string, port: number): Promise<void> => writeFile(fileIn(home), String(port), { mode: 0o600 }).catch(() => undefined)
