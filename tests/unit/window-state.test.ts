import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeOnScreen, readWindowState, writeWindowState } from '../../src/main/hosts/electron/window-state'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const second = { x: 1440, y: 0, width: 2560, height: 1400 }
const state = { x: 200, y: 100, width: 1200, height: 700, maximized: false, zoom: 0 }

describe('The place of the window', () => {
  it('is the one it was left at, on any screen', () => {
    expect(placeOnScreen(state, [laptop])).toEqual(state)
    const away = { ...state, x: 1800, y: 50 }
    expect(placeOnScreen(away, [laptop, second])).toEqual(away)
  })

  it('stays when enough of the title bar can be reached', () => {
    const partly = { ...state, x: -1000 }
    expect(placeOnScreen(partly, [laptop])).toEqual(partly)
  })

  it.each([
    ['the screen is gone', { ...state, x: 1800, y: 50 }],
    ['only a sliver shows', { ...state, x: 1400 }],
    ['the title bar is above the screen', { ...state, y: -50 }],
    ['the title bar is below the screen', { ...state, y: 890 }]
  ])('is left to the system when %s', (_why, left) => {
    expect(placeOnScreen(left, [laptop])).toEqual({ width: 1200, height: 700, maximized: false, zoom: 0 })
  })

  it('is no larger than the screen it moves to', () => {
    const large = { ...state, x: 9000, width: 2500, height: 1300, maximized: true }
    expect(placeOnScreen(large, [laptop])).toEqual({ width: 1440, height: 875, maximized: true, zoom: 0 })
  })

  it('is 1280 by 800 at the first start, or what the screen has', () => {
    expect(placeOnScreen(undefined, [second])).toEqual({ width: 1280, height: 800, maximized: false, zoom: 0 })
    expect(placeOnScreen(undefined, [{ x: 0, y: 0, width: 1024, height: 700 }])).toMatchObject({ width: 1024, height: 700 })
    expect(placeOnScreen(undefined, [])).toMatchObject({ width: 1280, height: 800 })
  })
})

describe('The file that remembers it', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'greenroom-window-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('gives back what was written and is read by its owner only', async () => {
    const file = join(folder, 'window-state.json')
    writeWindowState(file, state)
    expect(readWindowState(file)).toEqual(state)
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)
    await expect(readFile(`${file}.part`)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it.each(['', '{', 'null', '[]', '{"x":1}', JSON.stringify({ ...state, width: 0 }), JSON.stringify({ ...state, x: 'left' })])(
    'counts as missing when it holds %j',
    async (content) => {
      const file = join(folder, 'broken.json')
      await writeFile(file, content)
      expect(readWindowState(file)).toBeUndefined()
    }
  )

  it('may be impossible to write', () => {
    expect(() => writeWindowState(join(folder, 'nowhere', 'x.json'), state)).not.toThrow()
    expect(readWindowState(join(folder, 'nowhere', 'x.json'))).toBeUndefined()
  })
})
