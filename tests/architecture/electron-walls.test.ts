import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

const filesOf = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))

const desktop = [...filesOf('src/main/hosts/electron'), ...filesOf('src/preload'), 'src/main/index.ts']

/** Every name and every dotted pair of names in a file, without comments and texts. */
function namesIn(path: string): Set<string> {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text)
    if (ts.isPropertyAccessExpression(node)) names.add(`${node.expression.getText()}.${node.name.text}`)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true))
  return names
}

const names = new Map(desktop.map((path) => [path, namesIn(path)]))
const filesWith = (name: string) => desktop.filter((path) => names.get(path)?.has(name))

describe('In the desktop host', () => {
  it.each([
    ['ipcMain', ['src/main/hosts/electron/page-ipc.ts']],
    ['ipcRenderer', ['src/preload/index.ts']],
    ['contextBridge', ['src/preload/index.ts']],
    ['shell.openExternal', ['src/main/hosts/electron/host-services.ts']],
    ['shell.showItemInFolder', ['src/main/hosts/electron/host-services.ts']],
    ['utilityProcess', ['src/main/hosts/electron/spawn-worker.ts']],
    ['BrowserWindow', undefined]
  ])('%s is used where it is meant to be', (name, where) => {
    if (where) expect(filesWith(name)).toEqual(where)
    else expect(desktop.filter((path) => readFileSync(join(root, path), 'utf8').includes('new BrowserWindow'))).toEqual(['src/main/hosts/electron/window.ts'])
  })

  it.each([
    'executeJavaScript',
    'insertCSS',
    'loadFile',
    'shell.openPath',
    'shell.trashItem',
    'webFrame',
    'remote',
    'BrowserView',
    'WebContentsView',
    'crashReporter',
    'desktopCapturer',
    'autoUpdater',
    'handleOnce',
    'sendSync',
    'exposeInIsolatedWorld',
    'registerFileProtocol',
    'interceptFileProtocol',
    'setAsDefaultProtocolClient'
  ])('%s is not used', (name) => {
    expect(filesWith(name)).toEqual([])
  })

  it('no wall is taken down by an option', () => {
    const options = /(?:nodeIntegration\w*|webviewTag|allowRunningInsecureContent|experimentalFeatures|bypassCSP|corsEnabled): true|(?:contextIsolation|sandbox|webSecurity): false|enableBlinkFeatures/
    expect(desktop.filter((path) => options.test(readFileSync(join(root, path), 'utf8')))).toEqual([])
  })
})
