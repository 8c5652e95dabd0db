import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { runCli } from '../support/cli'
import { tempFolder } from '../support/temp-folder'

async function count(args: readonly string[], input?: string) {
  const home = await tempFolder('count')
  const { code, stdout, stderr } = await runCli(['count', ...args], { home, input })
  return { code, stdout, stderr, home }
}

async function counted(args: readonly string[], input?: string): Promise<unknown> {
  return JSON.parse((await count(['--json', ...args], input)).stdout)
}

describe('greenroom count', () => {
  it('says in a sentence how long a text is, and opens nothing', async () => {
    const { code, stdout, home } = await count(['--network', 'twitter', 'See example.com 👩🏽‍🚀'])
    expect(code).toBe(0)
    expect(stdout).toContain('30 of 280 weighted characters.')
    expect(await readdir(home)).toEqual([])
  })

  it('answers a program with count, limit, unit and whether it fits', async () => {
    expect(await counted(['--network', 'linkedin', '--field', 'comment', 'a'.repeat(1251)])).toMatchObject({
      count: 1251,
      limit: 1250,
      unit: 'utf16',
      valid: false
    })
  })

  it('takes the text of standard input, but for the line break at its very end', async () => {
    expect(await counted(['--network', 'gbp', '-'], 'two\nlines\n\n')).toMatchObject({ count: 10 })
  })

  it('takes standard input to the last invisible character', async () => {
    expect(await counted(['--network', 'x', '-'], '\u{FEFF}hi')).toMatchObject({ count: 4, valid: false })
  })

  it('takes a text that begins with a dash', async () => {
    expect(await counted(['--network', 'x', '--', '--20 %'])).toMatchObject({ count: 6, valid: true })
  })

  it('counts the content warning on Mastodon', async () => {
    const args = ['--network', 'mastodon', '--content-warning', 'Food', '@alice@museum.example soup']
    expect(await counted(args)).toMatchObject({ count: 4 + 6 + 5 })
  })

  it.each([
    ['a network', ['--network', 'friendster', 'hi'], 'mastodon'],
    ['a field', ['--network', 'x', '--field', 'headline', 'hi'], 'longPost.premium']
  ])('refuses %s it does not know, and names those it does', async (_, args, known) => {
    const { code, stderr } = await count(args)
    expect(code).toBe(2)
    expect(stderr).toContain(known)
  })
})
