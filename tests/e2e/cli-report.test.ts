import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from '../support/cli'
import { tempFolder } from '../support/temp-folder'

async function withClient() {
  const home = await tempFolder('report')
  await runCli(['client', 'add', 'North Gallery', '--language', 'nl'], { home })
  return { home, run: (args: readonly string[]) => runCli(['report', '--client', 'North Gallery', ...args], { home }) }
}

describe('greenroom report', () => {
  it('writes the file that was named, and tells a program what it is', async () => {
    const { home, run } = await withClient()
    const out = join(home, 'october.pdf')
    const { code, stdout } = await run(['--month', '2026-10', '--language', 'nb', '--out', out, '--json'])
    expect(code).toBe(0)
    const facts = JSON.parse(stdout) as { path: string; sha256: string; bytes: number }
    const content = await readFile(out)
    expect(facts).toMatchObject({
      path: out, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex'), language: 'nb', from: '2026-10-01', to: '2026-10-31', format: 'pdf', error: null
    })
    expect(content.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('takes the format from the ending, and does not leave a second report when it is asked twice', async () => {
    const { home, run } = await withClient()
    const ids: string[] = []
    for (const name of ['a.pptx', 'b.xlsx', 'c.zip', 'd.pdf']) {
      const { code, stdout } = await run(['--month', '2026-10', '--out', join(home, name), '--json'])
      expect(code).toBe(0)
      const facts = JSON.parse(stdout) as { reportId: string; path: string; language: string }
      expect(facts).toMatchObject({ path: join(home, name), language: 'nl' })
      ids.push(facts.reportId)
    }
    expect(new Set(ids).size).toBe(1)
  })

  it('says what it cannot use', async () => {
    const { home, run } = await withClient()
    const out = join(home, 'a.pdf')
    for (const [args, words] of [
      [['--month', '2026-13', '--out', out], '2026-13'],
      [['--month', '2026-10', '--language', 'fr', '--out', out], 'fr'],
      [['--month', '2026-10', '--out', join(home, 'a.docx')], 'docx'],
      [['--month', '2026-10'], '--out']
    ] as const) {
      const { code, stderr } = await run(args)
      expect(code).toBe(2)
      expect(stderr).toContain(words)
    }
    expect((await run(['--month', '2026-10', '--template', 'nope', '--out', out])).code).toBe(3)
  })

  it('makes the reports of all clients, each in a line of its own', async () => {
    const { home } = await withClient()
    await runCli(['client', 'add', 'South Gallery', '--language', 'it'], { home })
    const { code, stdout } = await runCli(['report', '--all', '--month', '2026-10', '--out', join(home, 'reports'), '--json'], { home })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ from: '2026-10-01', to: '2026-10-31', clients: [{ client: 'North Gallery', language: 'nl', error: null }, { client: 'South Gallery', language: 'it', error: null }] })
  })
})
