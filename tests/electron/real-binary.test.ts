import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from 'playwright-core'
import { expect, it, type TestContext } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const electron = join(root, 'node_modules/electron')

/** Electron's program where it has been fetched; the package alone does not bring it. */
function findProgram(): string | undefined {
  const named = join(electron, 'path.txt')
  if (!existsSync(named)) return undefined
  const program = join(electron, 'dist', readFileSync(named, 'utf8').trim())
  return existsSync(program) ? program : undefined
}

function whyNot(program: string | undefined): string | undefined {
  if (!program) return 'node_modules/electron/dist has no program (npm start fetches it where it can)'
  if (process.platform !== 'linux') return undefined
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display'
  return process.getuid?.() === 0 ? 'Electron does not run as root' : undefined
}

function skip(context: TestContext, reason: string): never {
  process.stdout.write(`The real Electron was not started: ${reason}.\n`)
  return context.skip(reason)
}

it('opens the window in the real Electron, with its walls up, and quits cleanly', async (context) => {
  const program = findProgram()
  const reason = whyNot(program)
  if (reason !== undefined || program === undefined) return skip(context, reason ?? 'there is no program')
  expect(execFileSync(program, ['--version'], { encoding: 'utf8' })).toMatch(/^v45\./)

  const home = await mkdtemp(join(tmpdir(), 'greenroom-electron-'))
  const app = await _electron.launch({ executablePath: program, args: [root], env: { ...process.env, GREENROOM_HOME: home } as Record<string, string> })
  try {
    const page = await app.firstWindow()
    await page.getByRole('navigation').first().waitFor()
    expect(page.url()).toMatch(/^app:\/\/greenroom\//)
    expect(await page.evaluate(() => Object.keys((window as unknown as { greenroom: object }).greenroom))).toEqual(['connect', 'platform'])
    expect(await page.evaluate(() => ['process', 'require', 'module'].filter((name) => name in window))).toEqual([])
    const answer = await page.evaluate(async () => {
      const response = await fetch('/package.json')
      return { status: response.status, policy: response.headers.get('content-security-policy') }
    })
    expect(answer).toMatchObject({ status: 404, policy: expect.stringContaining("default-src 'none'") })
    expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull()
  } finally {
    await app.close()
    await rm(home, { recursive: true, force: true })
  }
})
