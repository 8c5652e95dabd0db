import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { useClientShell, type ShellClient } from '../../src/renderer/app/client-shell.store'

const clientOf = (id: string): ShellClient => ({ id, name: id, color: '#000000', logoUrl: null, zone: 'UTC', languages: ['en'], pinned: false, archivedAt: null })

/** Clients whose workspaces open when the test says so. */
function slowClients(...ids: string[]) {
  setActivePinia(createPinia())
  const shell = useClientShell()
  const settle = new Map<string, { open: () => void; fail: (error: unknown) => void }>()
  shell.provide({
    clients: ids.map(clientOf),
    loaded: true,
    open: (id) => new Promise<void>((open, fail) => settle.set(id, { open, fail })),
    create: () => undefined,
    showAll: () => undefined
  })
  return { shell, settle }
}

describe('the open client', () => {
  it('is the one asked for last, also when an earlier one takes longer to open', async () => {
    const { shell, settle } = slowClients('slow', 'quick')
    const first = shell.open('slow')
    const second = shell.open('quick')
    settle.get('quick')?.open()
    await second
    settle.get('slow')?.open()
    expect(await first).toBe(false)
    expect(shell.currentId).toBe('quick')
  })

  it('stays when the person comes back to it before another has opened', async () => {
    const { shell, settle } = slowClients('here', 'there')
    const first = shell.open('here')
    settle.get('here')?.open()
    await first
    const away = shell.open('there')
    expect(await shell.open('here')).toBe(true)
    settle.get('there')?.fail(new Error('locked'))
    await away
    expect(shell.currentId).toBe('here')
    expect(shell.openError).toBeUndefined()
  })
})
