import { describe, expect, it } from 'vitest'
import { namedFiles, refusedSwitches } from '../../src/main/hosts/electron/launch-switches'
import { isOperationMessage } from '../../src/main/hosts/electron/operation-messages'
import { isOurAddress } from '../../src/main/hosts/electron/page-address'
import { childEnvironment } from '../../src/main/hosts/node/child-environment'

describe('A message on the operations port', () => {
  const call = (json: unknown) => JSON.stringify({ i: 'a1', p: { u: '/clients/create', b: { json } } })

  it.each([
    call({ name: 'Museum' }),
    call({ text: `${'{['.repeat(5000)} said "so"\\` }),
    call({ text: '\\"'.repeat(300_000) }),
    JSON.stringify({ i: 'a1', p: { u: '/system/events', h: { 'last-event-id': '5' } } }),
    JSON.stringify({ i: 'a1', t: 3, p: { e: 'done' } }),
    JSON.stringify({ i: 'a1', t: 4 })
  ])('passes when oRPC writes it', (message) => {
    expect(isOperationMessage(message)).toBe(true)
  })

  it('passes at the largest size and the greatest depth, and not beyond', () => {
    const padding = 10 * 1024 * 1024 - call('').length
    expect(isOperationMessage(call('x'.repeat(padding)))).toBe(true)
    expect(isOperationMessage(call('x'.repeat(padding + 1)))).toBe(false)
    const deep = (depth: number) => `{"i":"a","p":{"u":"/a/b","b":${'['.repeat(depth)}${']'.repeat(depth)}}}`
    expect(isOperationMessage(deep(198))).toBe(true)
    expect(isOperationMessage(deep(199))).toBe(false)
  })

  it.each([undefined, null, 1, {}, [], new Uint8Array(2), '', 'x', '[]', '{}', '{"i":"","p":{"u":"/a"}}', '{"i":"a","p":{"u":"http://x/"}}', '{"i":"a","p":{"u":"/a/../b"}}'])(
    'is dropped when it is %j',
    (message) => {
      expect(isOperationMessage(message)).toBe(false)
    }
  )
})

describe('Our address', () => {
  it.each(['app://greenroom', 'app://greenroom/', 'app://greenroom/assets/x.js?y#z', 'APP://greenroom/'])('is %s', (address) => {
    expect(isOurAddress(address)).toBe(true)
  })

  it.each(['', 'greenroom', 'app://greenroom.evil/', 'app://evil/greenroom', 'app://greenroom:80/', 'app://user@greenroom/', 'apps://greenroom/', 'https://greenroom/', 'app:greenroom'])(
    'is not %s',
    (address) => {
      expect(isOurAddress(address)).toBe(false)
    }
  )
})

describe('The command line', () => {
  it('shows switches that open the app to others, however they are written', () => {
    const args = ['--remote-debugging-port=1', '-inspect', '--INSPECT-BRK', '/remote-debugging-pipe', '--load-extension=x', '--js-flags=x']
    expect(refusedSwitches(args)).toEqual(['remote-debugging-port', 'inspect', 'inspect-brk', 'remote-debugging-pipe', 'load-extension', 'js-flags'])
    expect(refusedSwitches(['--no-sandbox', 'inspect', '/home/inspect/x', '--inspector', '--', 'photo.jpg'])).toEqual([])
  })

  it('names files after the program, and after its folder while it is developed', () => {
    expect(namedFiles(['greenroom', 'a.jpg', '--flag', '', 'b.jpg'], true)).toEqual(['a.jpg', 'b.jpg'])
    expect(namedFiles(['electron', '--inspect=0', '.', 'a.jpg'], false)).toEqual(['a.jpg'])
  })
})

describe('The surroundings of a child process', () => {
  it('hold no secrets of the person and block formats that are not trusted', () => {
    expect(childEnvironment({ PATH: '/bin', HOME: '/home/x', AWS_SECRET_ACCESS_KEY: 's', NODE_OPTIONS: '--inspect', LD_PRELOAD: 'x' })).toEqual({
      PATH: '/bin',
      HOME: '/home/x',
      VIPS_BLOCK_UNTRUSTED: '1'
    })
  })
})
