import { beforeAll, describe, expect, it } from 'vitest'
import type { DesktopUnderTest, FetchAnswer, Records } from '../support/electron-stand-in'
import { useDesktop } from '../support/electron-stand-in/desktop-fixture'

const fixture = useDesktop()
let desktop: DesktopUnderTest
let records: Records

beforeAll(async () => {
  desktop = await fixture.start()
  await desktop.page()
  records = await desktop.records()
})

const fetchAt = (url: string, method = 'GET') => desktop.ask({ ask: 'fetch', url, method }) as Promise<FetchAnswer>

describe('The window', () => {
  it('has every wall up', () => {
    const { webPreferences } = records.windows[0]!.options as { webPreferences: Record<string, unknown> }
    expect(webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      // The system of the machine checks spelling, or nobody does: no dictionary comes from afar.
      spellcheck: process.platform === 'darwin',
      disableBlinkFeatures: 'Auxclick'
    })
    expect(webPreferences).not.toHaveProperty('experimentalFeatures')
    expect(webPreferences).not.toHaveProperty('enableBlinkFeatures')
    expect(records.sandboxed).toBe(true)
  })

  it('has a session of its own that keeps nothing on the disk', () => {
    expect(records.partitions).toEqual([{ name: 'greenroom', options: { cache: false } }])
    expect(records.spellcheck).toEqual([process.platform === 'darwin'])
    expect(records.crashReporters).toEqual([])
  })

  it('shows our own scheme, which goes around no policy', () => {
    expect(records.loadedUrls).toEqual(['app://greenroom/'])
    expect(records.schemes).toEqual([
      {
        scheme: 'app',
        privileges: {
          standard: true,
          secure: true,
          supportFetchAPI: true,
          stream: true,
          bypassCSP: false,
          corsEnabled: false,
          allowServiceWorkers: false
        }
      }
    ])
  })

  it('shows the page without one complaint of the content policy, and asks nobody else for anything', () => {
    expect(desktop.pageErrors).toEqual([])
    expect(desktop.foreignRequests).toEqual([])
  })
})

describe('Answers to the page', () => {
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self'; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  it('all carry the content policy', async () => {
    expect(records.responses.length).toBeGreaterThan(2)
    for (const { headers } of records.responses) expect(headers['content-security-policy']).toBe(policy)
  })

  it.each([
    ['GET', 'app://greenroom/nothing-here'],
    ['GET', 'app://greenroom/media/forged.signature'],
    ['GET', 'app://elsewhere/'],
    ['POST', 'app://greenroom/upload'],
    ['POST', 'app://greenroom/'],
    ['DELETE', 'app://greenroom/upload']
  ])('carry it where they refuse: %s %s', async (method, url) => {
    const { status, headers } = await fetchAt(url, method)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(headers['content-security-policy']).toBe(policy)
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  })

  it.each([
    '../../../../../../etc/passwd',
    '..%2f..%2f..%2f..%2fetc%2fpasswd',
    '%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '%252e%252e%252f%252e%252e%252fetc%252fpasswd',
    '..%5c..%5c..%5cetc%5cpasswd',
    '....//....//etc/passwd',
    '/etc/passwd',
    'assets/../../main/index.js',
    'assets/..%2f..%2fmain%2findex.js',
    '%00/etc/passwd',
    'index.html%00.png',
    'package.json',
    'main/index.js',
    'preload/index.cjs',
    'media/../../catalog.sqlite',
    'media/%2e%2e%2fcatalog.sqlite',
    'file:///etc/passwd',
    'C:/Windows/win.ini',
    'assets/',
    '.git/config'
  ])('hand out nothing for /%s', async (path) => {
    expect((await fetchAt(`app://greenroom/${path}`)).status).toBe(404)
  })
})

describe('Permissions', () => {
  const may = (permission: string, from = 'app://greenroom/', isMainFrame = true) =>
    Promise.all([
      desktop.ask({ ask: 'permission-request', permission, from, isMainFrame }),
      desktop.ask({ ask: 'permission-check', permission, from, isMainFrame })
    ])

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen', 'midi', 'pointerLock', 'fileSystem', 'unknown'])(
    'are denied when asked for and when checked: %s',
    async (permission) => {
      expect(await may(permission)).toEqual([false, false])
    }
  )

  it('let our page copy text, and nobody else', async () => {
    const copy = 'clipboard-sanitized-write'
    expect(await may(copy)).toEqual([true, true])
    expect(await may(copy, 'https://example.org/')).toEqual([false, false])
    expect(await may(copy, 'app://greenroom/', false)).toEqual([false, false])
  })

  it.each(['hid', 'serial', 'usb'])('are denied for devices: %s', async (deviceType) => {
    expect(await desktop.ask({ ask: 'device-permission', deviceType })).toBe(false)
  })

  it.each(['select-hid-device', 'select-usb-device', 'select-serial-port'])('choose no device: %s', async (event) => {
    expect(await desktop.ask({ ask: 'session-event', event })).toMatchObject({ stopped: true })
  })

  it('have a handler of each kind', () => {
    expect([...records.sessionHandlers].sort()).toEqual([
      'bluetooth-pairing',
      'device-permission',
      'display-media',
      'permission-check',
      'permission-request'
    ])
  })
})

describe('Ways out of the page', () => {
  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])('are shut: %s', async (event) => {
    for (const url of ['https://example.org/', 'app://greenroom/', 'file:///etc/passwd', 'about:blank'])
      expect(await desktop.ask({ ask: 'navigate', event, url })).toBe(true)
  })

  it.each(['https://example.org/', 'app://greenroom/', 'about:blank', ''])('are shut for new windows: %s', async (url) => {
    expect(await desktop.ask({ ask: 'window-open', url })).toEqual({ action: 'deny' })
  })

  it.each([
    ['app://greenroom/assets/x.js', true],
    ['blob:app://greenroom/1', true],
    ['data:image/png;base64,AA', true],
    ['https://example.org/', false],
    ['http://127.0.0.1:1/', false],
    ['ws://127.0.0.1:1/', false],
    ['file:///etc/passwd', false],
    ['app://elsewhere/', false],
    ['app://greenroom.example.org/', false],
    ['app://user@greenroom/', false]
  ])('are shut for requests: %s may load: %s', async (url, may) => {
    expect(await desktop.ask({ ask: 'may-load', url })).toBe(may)
  })

  it.each([
    ['app://greenroom/media/a.b', false],
    ['app://greenroom/', true],
    ['blob:app://greenroom/1', true],
    ['https://example.org/x.exe', true]
  ])('are shut for downloads: %s is stopped: %s', async (url, stopped) => {
    expect(await desktop.ask({ ask: 'download', url })).toBe(stopped)
  })
})
