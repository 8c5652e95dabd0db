import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DesktopUnderTest } from '../support/electron-stand-in'
import { useDesktop } from '../support/electron-stand-in/desktop-fixture'
import { connectPage, type PageClient } from '../support/electron-stand-in/page-client'

const fixture = useDesktop()

const openApp = async (options?: Parameters<typeof fixture.start>[0]) => {
  const desktop = await fixture.start(options)
  const page = await desktop.page()
  return { desktop, page, client: await connectPage(page) }
}

interface MenuItem {
  id?: string
  role?: string
  accelerator?: string
  registerAccelerator?: boolean
  submenu?: MenuItem[]
}

const allItems = (items: MenuItem[]): MenuItem[] => items.flatMap((item) => [item, ...allItems(item.submenu ?? [])])
const menuOf = async (desktop: DesktopUnderTest) => allItems((await desktop.records()).menu as MenuItem[])

const menuNames = [
  ...['new-client', 'settings', 'quit', 'undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'search', 'palette'],
  ...['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'shortcuts', 'about']
]

describe('The running app', () => {
  let desktop: DesktopUnderTest
  let client: PageClient
  let home: string

  beforeAll(async () => {
    home = await fixture.newHome()
    ;({ desktop, client } = await openApp({ home }))
  })
  afterAll(() => desktop.quit())

  it('has a menu with the usual roles and its own commands, and leaves their keys to the page', async () => {
    const items = await menuOf(desktop)
    expect(items.flatMap(({ id, role }) => id ?? role ?? [])).toEqual(expect.arrayContaining(menuNames))
    for (const item of items) if (item.accelerator) expect(item.registerAccelerator).toBe(false)
  })

  it('sends the commands of the menu to the page', async () => {
    desktop.clickMenu('undo')
    desktop.clickMenu('settings')
    await expect.poll(() => client.hostMessages()).toEqual([
      { type: 'command', command: 'undo' },
      { type: 'command', command: 'settings' }
    ])
  })

  it('gives the page a token and a label for a folder, or nothing when the dialog is closed', async () => {
    const folder = await fixture.newHome()
    desktop.answerDialog = () => ({ canceled: false, filePaths: [folder] })
    const picked = await client.call<{ folder: { token: string; label: string } }>('system.pickFolder', { purpose: 'export' })
    expect(picked.folder.label).toBe(folder)
    expect(picked.folder.token).not.toContain(folder)
    desktop.answerDialog = () => ({ canceled: true, filePaths: [] })
    expect(await client.call('system.pickFolder', { purpose: 'adopt' })).toEqual({ folder: null })
    const { dialogs } = await desktop.records()
    const properties = ['openDirectory', 'createDirectory', 'dontAddToRecent']
    expect(dialogs.map(({ options }) => options.properties)).toEqual([properties, properties])
  })

  it('shows an address in full before it is opened, and opens nothing that the gate refuses', async () => {
    const address = 'https://example.org/a?b=c'
    desktop.answerDialog = ({ options }) => ({ response: options.detail === address ? 0 : 1 })
    await client.call('system.openExternal', { url: address })
    await client.call('system.openExternal', { url: 'https://example.org/no' })
    for (const url of ['file:///etc/passwd', 'http://example.org/', 'mailto:a@example.org?attach=/etc/passwd'])
      await expect(client.call('system.openExternal', { url })).rejects.toThrow('unsupported.url')
    const { openedAddresses, dialogs } = await desktop.records()
    expect(openedAddresses).toEqual([address])
    expect(dialogs.filter(({ kind }) => kind === 'message')).toHaveLength(2)
  })

  it('takes back typing when the page says that the focus is in a text', async () => {
    const page = await desktop.page()
    await page.evaluate(() => document.body.replaceChildren(document.createElement('textarea')))
    const field = page.locator('textarea')
    await field.pressSequentially('typed')
    await client.post('host', '{ type: "edit", edit: "undo" }')
    await expect.poll(() => field.inputValue()).not.toBe('typed')
    await client.post('host', '{ type: "edit", edit: "redo" }')
    await expect.poll(() => field.inputValue()).toBe('typed')
  })

  it('comes to the front when it is started again, and hands the files over as tokens', async () => {
    const files = await fixture.newHome()
    await writeFile(join(files, 'photo.jpg'), 'x')
    await mkdir(join(files, 'folder'))
    await symlink('/etc/passwd', join(files, 'link'))
    const args = [join(files, 'photo.jpg'), join(files, 'folder'), join(files, 'link'), '/dev/null', '//server/share', '--inspect', 'nowhere']
    const second = await fixture.start({ home, args })
    expect((await second.ended).code).toBe(0)
    await expect.poll(async () => (await client.hostMessages()).at(-1)).toEqual({
      type: 'opened',
      files: [
        { token: expect.any(String), name: 'photo.jpg', kind: 'file' },
        { token: expect.any(String), name: 'folder', kind: 'folder' }
      ]
    })
    expect((await desktop.records()).windows[0]!.focused).toBe(1)
  })

  it('gives title bar and dialogs the theme of the settings', async () => {
    await client.call('settings.put', { key: 'theme', value: 'dark' })
    await expect.poll(async () => (await desktop.records()).themes.at(-1)).toBe('dark')
  })
})

describe('The window', () => {
  it('opens where it was left, in the theme of the settings, unless that place is on no screen', async () => {
    const home = await fixture.newHome()
    const file = join(home, 'window-state.json')
    const left = { x: 300, y: 200, width: 1100, height: 700, maximized: true, zoom: 1 }
    await writeFile(file, JSON.stringify(left))
    const { desktop, client } = await openApp({ home })
    const [window] = (await desktop.records()).windows
    expect(window).toMatchObject({ options: { x: 300, y: 200, width: 1100, height: 700 }, maximized: true, shown: true })
    await client.call('settings.put', { key: 'theme', value: 'dark' })
    await desktop.quit()
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(left)

    await writeFile(file, JSON.stringify({ ...left, x: -4000 }))
    const { desktop: moved } = await openApp({ home })
    const { windows, themes } = await moved.records()
    expect(windows[0]!.options).toMatchObject({ width: 1100, height: 700, backgroundColor: '#151311' })
    expect(windows[0]!.options).not.toHaveProperty('x')
    expect(themes).toEqual(['dark'])
    moved.closeWindow()
    expect((await moved.ended).code).toBe(0)
  })

  it('is loaded again when its process dies, and asks once that keeps happening', async () => {
    const { desktop, page } = await openApp()
    const die = () => desktop.main.send({ type: 'contents.emit', window: 1, event: 'render-process-gone', args: [{ reason: 'crashed', exitCode: 5 }] })
    desktop.answerDialog = () => ({ response: 1 })
    for (const _time of [1, 2]) {
      const loaded = page.waitForEvent('load')
      die()
      await loaded
    }
    die()
    expect((await desktop.ended).code).toBe(0)
  })
})

describe('The packaged app', () => {
  it.each([{ args: ['--remote-debugging-port=9222'] }, { nodeArgs: ['--inspect=0'] }])('does not start with %o', async (options) => {
    const desktop = await fixture.start({ packaged: true, ...options })
    const { code, errors } = await desktop.ended
    expect(code).toBe(2)
    expect(errors).toContain('does not start with --')
  })

  it('has no developer tools', async () => {
    const { desktop } = await openApp({ packaged: true })
    expect((await desktop.records()).windows[0]!.options.webPreferences).toMatchObject({ devTools: false })
    expect((await menuOf(desktop)).flatMap(({ role }) => role ?? [])).not.toEqual(expect.arrayContaining(['toggleDevTools']))
    expect(await desktop.ask({ ask: 'may-load', url: 'devtools://devtools/bundled/inspector.html' })).toBe(false)
    await desktop.quit()
  })
})

describe('A start that fails', () => {
  it('says where the data is and ends', async () => {
    const home = await fixture.newHome()
    await writeFile(join(home, 'catalog.sqlite'), 'this is no database, and long enough to be read as one'.repeat(100))
    const desktop = await fixture.start({ home })
    const { code, errors } = await desktop.ended
    expect(code).toBe(1)
    expect(errors).toContain(home)
  })
})
