import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const minutes = (count: number): number => count * 60_000

interface Level {
  environment?: 'node' | 'happy-dom'
  timeout?: number
  /** A browser on a busy machine may be late once. What passes only the second time is named as such. */
  retry?: number
}

function project(name: string, { environment = 'node', timeout = 15_000, retry = 0 }: Level = {}) {
  return {
    extends: true as const,
    test: {
      name,
      environment,
      include: [`tests/${name}/**/*.test.ts`],
      testTimeout: timeout,
      hookTimeout: Math.max(timeout, minutes(1)),
      retry
    }
  }
}

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'src/shared') } },
  test: {
    // A test must say what it does to the clock itself; nothing may depend on the machine's zone.
    env: { TZ: 'UTC' },
    // Two files at a time: those of the slow levels start a host, a worker and a browser each.
    maxWorkers: 2,
    // What is waited for is waited for as long as a busy machine takes; a second is only enough for a quiet one.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      project('unit'),
      project('repository', { timeout: 30_000 }),
      project('contract', { timeout: minutes(1) }),
      project('jobs', { timeout: minutes(5) }),
      project('component', { environment: 'happy-dom' }),
      project('architecture', { timeout: minutes(2) }),
      project('e2e', { timeout: minutes(3), retry: 1 }),
      project('electron', { timeout: minutes(3), retry: 1 })
    ]
  }
})
