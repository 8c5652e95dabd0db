import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { onTestFinished } from 'vitest'

/** Making a disk takes Linux and its administrator; elsewhere such tests are skipped. */
export const canMakeDisks = process.platform === 'linux' && process.getuid?.() === 0 && tryMount()

const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'ignore' })

function tryMount(): boolean {
  const folder = `/tmp/greenroom-disk-${process.pid}`
  try {
    mkdirSync(folder, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export interface TinyDisk {
  resize(kilobytes: number): void
  protect(): void
}

/** A disk of so many kilobytes at `folder`, gone when the test ends. */
export function makeDisk(folder: string, kilobytes: number): TinyDisk {
  mkdirSync(folder, { recursive: true })
  mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder)
  onTestFinished(() => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' }))
  return {
    resize: (size) => void mount('-o', `remount,size=${size}k`, folder),
    protect: () => void mount('-o', 'remount,ro', folder)
  }
}
