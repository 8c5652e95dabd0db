import { describe, expect, it } from 'vitest'
import { unknownKeys } from '../../src/main/hosts/cli/operations'

describe('a call by JSON', () => {
  it('names keys that the operation does not have, also inside lists', async () => {
    const variants = [{ channelId: 'a' }, { channelId: 'b', foramt: 'story' }]
    expect(await unknownKeys('posts.create', { clientId: 'c', titel: 'x', variants })).toEqual(['titel', 'variants.1.foramt'])
  })

  it('says nothing of keys that it has, whatever is filled in beside them', async () => {
    expect(await unknownKeys('posts.create', { clientId: 'c', title: 'x', planned: { date: '2026-12-01', time: '09:00' } })).toEqual([])
    expect(await unknownKeys('handOff.pack', { clientId: 'c', scope: { kind: 'days', fromDay: '2026-12-01', toDay: '2026-12-07' } })).toEqual([])
    expect(await unknownKeys('calendar.outline', { clientId: 'c', from: '2026-12-01T00:00:00Z', to: '2026-12-02T00:00:00+01:00' })).toEqual([])
    expect(await unknownKeys('settings.put', { key: 'ui.any', value: { whatever: { is: 'kept' } } })).toEqual([])
  })

  it('leaves what is refused anyway, and operations that take nothing, to the contract', async () => {
    expect(await unknownKeys('posts.create', { nonsense: 1 })).toEqual([])
    expect(await unknownKeys('today.list', { clientId: 'c' })).toEqual([])
  })
})
