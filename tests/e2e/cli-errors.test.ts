import { existsSync } from 'node:fs'
import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allOperations } from '../../src/main/hosts/cli/operations'
import { cliJson, photograph, runCli, startCli, until } from '../support/cli'
import { tempFolder } from '../support/temp-folder'
import { canMakeDisks, makeDisk } from '../support/tiny-disk'

interface ErrorDocument {
  error: { code: string; category: string; message: string; data: Record<string, unknown> }
}

async function homeWithClient(): Promise<string> {
  const home = join(await tempFolder(), 'home')
  await runCli(['client', 'add', 'Museum'], { home })
  return home
}

const commands = [
  [],
  ['client'], ['client', 'add'], ['client', 'list'], ['client', 'rename'], ['client', 'archive'], ['client', 'restore'],
  ['client', 'remove'], ['client', 'recover'], ['client', 'open'],
  ['asset'], ['asset', 'add'], ['asset', 'list'], ['asset', 'focus'], ['asset', 'trash'],
  ['placements'], ['export'],
  ['jobs'], ['jobs', 'list'], ['jobs', 'resume'], ['jobs', 'cancel'],
  ['undo'], ['redo'], ['history'], ['check'], ['serve'], ['demo'], ['call'], ['operations']
]

describe('help', () => {
  it.each(commands.map((command) => command.join(' ')))('of “greenroom %s” has an example', async (command) => {
    const home = join(await tempFolder(), 'home')
    const { code, stdout } = await runCli([...command.split(' ').filter(Boolean), '--help'], { home })
    expect(code).toBe(0)
    expect(stdout).toMatch(new RegExp(`Example:\\n {2}\\$ greenroom ${command}`))
  })
})

describe('errors', () => {
  it('come as one JSON document with code, category, message and data, and the category’s exit code', async () => {
    const home = await homeWithClient()
    const cases: [string[], number, string][] = [
      [['client', 'add', 'museum'], 2, 'validation.name-taken'],
      [['client', 'add', 'Other', '--zone', 'Mars/Base'], 2, 'validation.zone'],
      [['client', 'add'], 2, 'validation.input'],
      [['export', '-c', 'Museum', '--all', '--placement', 'ig-feed-4x5'], 2, 'validation.nothing-selected'],
      [['asset', 'list', '-c', 'Nobody'], 3, 'not-found.client'],
      [['asset', 'add', '-c', 'Museum', '/no/such/file.jpg'], 3, 'not-found.file'],
      [['jobs', 'resume', '-c', 'Museum', 'no-such-job'], 3, 'not-found.job'],
      [['call', 'assets.lst', '{}'], 3, 'not-found.operation'],
      [['redo', '-c', 'Museum'], 4, 'conflict.nothing-to-redo']
    ]
    for (const [args, exitCode, code] of cases) {
      const { code: actual, json } = await cliJson<ErrorDocument>(args, { home })
      expect({ args, exit: actual, code: json.error.code }).toEqual({ args, exit: exitCode, code })
      expect(json.error.category).toBe(code.split('.')[0])
      expect(json.error.message).toMatch(/\S+ \S+/)
      expect(json.error.data).toBeTypeOf('object')
    }
  })

  it('say to people what, why and what to do on standard error, and nothing on standard output', async () => {
    const home = await homeWithClient()
    const { code, stdout, stderr } = await runCli(['asset', 'list', '-c', 'Musem'], { home })
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toBe(
      'There is no client “Musem”.\nIt may have been removed or renamed.\nDid you mean Museum?\nList the clients with: greenroom client list\n'
    )
  })

  it.each([[['client']], [[]]])('say in words that a command is missing from “greenroom %s”', async (args) => {
    const home = join(await tempFolder(), 'home')
    const { code, stdout, stderr } = await runCli(args, { home })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('which command is missing')
    expect(stderr).toContain(['greenroom', ...args, '--help'].join(' '))
  })

  it('refuse an empty path, which an unset variable leaves, instead of taking the current folder', async () => {
    const home = await homeWithClient()
    const cwd = await tempFolder()
    await copyFile(photograph('march-pastoral'), join(cwd, 'a.jpg'))
    for (const args of [['asset', 'add', '-c', 'Museum', ''], ['export', '-c', 'Museum', '--all', '--placement', 'x-header', '--out', '']]) {
      expect(await cliJson<ErrorDocument>(args, { home, cwd })).toMatchObject({ code: 2, json: { error: { code: 'validation.input' } } })
    }
    expect(await readdir(cwd)).toEqual(['a.jpg'])
  })

  it('say what is wrong with a home that cannot be made', async () => {
    for (const home of [photograph('march-pastoral'), ...(process.platform === 'linux' ? ['/proc/greenroom'] : [])]) {
      const { code, json } = await cliJson<ErrorDocument>(['client', 'list'], { home })
      expect({ code, said: json.error.code, path: json.error.data.path }).toEqual({ code: 6, said: 'unavailable.disk', path: home })
    }
  })

  it('name what is neither a file nor a folder', async () => {
    const home = await homeWithClient()
    const { code, json } = await cliJson<ErrorDocument>(['asset', 'add', '-c', 'Museum', '/dev/null'], { home })
    expect({ code, said: json.error.code }).toEqual({ code: 6, said: 'unavailable.file' })
    expect(json.error.message).toContain('/dev/null')
  })

  it('leave nothing behind in a folder of the app that an export may not go to', async () => {
    const home = await homeWithClient()
    await runCli(['asset', 'add', '-c', 'Museum', photograph('march-pastoral')], { home })
    const out = join(home, 'workspaces', 'sizes')
    const refused = await cliJson<ErrorDocument>(['export', '-c', 'Museum', '--all', '--placement', 'x-header', '--out', out], { home })
    expect(refused).toMatchObject({ code: 2, json: { error: { code: 'validation.destination' } } })
    expect(existsSync(out)).toBe(false)
  })

  it.runIf(canMakeDisks)('tell why an export stands still, and what to do before it is resumed', async () => {
    const home = await homeWithClient()
    await runCli(['asset', 'add', '-c', 'Museum', photograph('march-pastoral')], { home })
    const out = join(await tempFolder(), 'disk')
    makeDisk(out, 64)
    const { code, stdout } = await runCli(['export', '-c', 'Museum', '--all', '--placement', 'ig-feed-4x5,pin-standard', '--out', out], { home })
    expect(code).toBe(6)
    expect(stdout).toMatch(/The disk is full, at .*disk[\s\S]*Free space[\s\S]*jobs resume --client/)
  })

  it('suggest the placement that was meant', async () => {
    const home = await homeWithClient()
    await runCli(['asset', 'add', '-c', 'Museum', photograph('black-canyon')], { home })
    const { code, json } = await cliJson<ErrorDocument>(['export', '-c', 'Museum', '--all', '--placement', 'ig-feed-4x6'], { home })
    expect(code).toBe(2)
    expect(json.error).toMatchObject({ code: 'validation.placement', data: { placement: 'ig-feed-4x6' } })
    expect(json.error.data.suggestions).toContain('ig-feed-4x5')
  })

  it('tell a second process that the client is open elsewhere', async () => {
    const home = await homeWithClient()
    const { json } = await cliJson<{ clients: { id: string }[] }>(['client', 'list'], { home })
    const holder = startCli(['call', 'system.events'], { home })
    let events = ''
    holder.child.stdout?.on('data', (chunk: Buffer) => (events += chunk.toString('utf8')))
    await until(() => events.includes('ready'))
    holder.child.kill('SIGINT')
    expect((await holder.result).stdout).toBe('{"type":"ready"}\n')

    const server = startCli(['serve', '--json'], { home })
    let address = ''
    server.child.stdout?.on('data', (chunk: Buffer) => (address += chunk.toString('utf8')))
    await until(() => address.includes('\n'))
    const { origin, hash } = new URL((JSON.parse(address) as { address: string }).address)
    const post = (path: string, body: unknown, token?: string) =>
      fetch(origin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { 'x-greenroom-token': token }) },
        body: JSON.stringify(body)
      })
    const { token } = (await (await post('/session', { code: hash.slice('#code='.length) })).json()) as { token: string }
    expect((await post('/rpc/clients/open', { json: { clientId: json.clients[0]!.id } }, token)).status).toBe(200)

    const second = await cliJson<ErrorDocument>(['asset', 'list', '-c', 'Museum'], { home })
    expect(second).toMatchObject({ code: 4, json: { error: { code: 'conflict.workspace-locked' } } })
    server.child.kill('SIGTERM')
    expect((await server.result).code).toBe(0)
    expect((await runCli(['asset', 'list', '-c', 'Museum'], { home })).code).toBe(0)
  })
})

describe('call', () => {
  it('reaches operations of each kind in every feature of the contract, which check their input', { timeout: 170_000 }, async () => {
    const home = await homeWithClient()
    // A process each: the first of a kind in a feature stands for those beside it, which go the same way.
    const firsts = new Map(allOperations().reverse().map((operation) => [`${operation.name.split('.')[0]} ${operation.kind}`, operation]))
    const queue = [...firsts.values()].filter((operation) => operation.kind !== 'stream')
    expect(queue.length).toBeGreaterThan(40)
    const reach = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { code, json } = await cliJson(['call', next.name, '{"clientId": ""}'], { home })
        const failure = (json as Partial<ErrorDocument> | null)?.error
        expect(failure?.code ?? 'answered', next.name).not.toMatch(/^internal|not-found\.operation/)
        expect(code, `${next.name} ${failure?.code ?? ''}`).toBe(failure ? { validation: 2, 'not-found': 3, unsupported: 5 }[failure.category] : 0)
      }
    }
    await Promise.all([reach(), reach()])
  })

  it('reads JSON from standard input and turns paths into tokens', async () => {
    const home = await homeWithClient()
    const { json } = await cliJson<{ clients: { id: string }[] }>(['client', 'list'], { home })
    const input = JSON.stringify({ clientId: json.clients[0]!.id, files: [{ $path: photograph('march-pastoral') }] })
    expect(await cliJson(['call', 'assets.add', '-'], { home, input })).toMatchObject({ code: 0, json: { job: { state: 'done', done: 1 } } })
  })

  it('refuses what is not JSON, and keys that the operation does not have', async () => {
    const home = await homeWithClient()
    expect(await cliJson(['call', 'clients.list', '{'], { home })).toMatchObject({ code: 2, json: { error: { code: 'validation.input' } } })
    const misspelled = await cliJson(['call', 'clients.create', '{"name": "Pier", "colour": "#1d5c44"}'], { home })
    expect(misspelled).toMatchObject({ code: 2, json: { error: { code: 'validation.input', data: { issues: [{ path: 'colour' }] } } } })
  })
})
