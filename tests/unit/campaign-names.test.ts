import { describe, expect, it } from 'vitest'
import { isOfCampaign } from '../../src/shared/features/analytics/campaign-names'

const named = (campaign: string) => ({ name: 'Summer Exhibition', utm: { active: true, source: '{network}', medium: 'social', campaign, term: '', content: '' } })

describe('the name of a campaign in a file of visits', () => {
  it('is known by its own name and by what its rule writes, however it is spelled', () => {
    expect(['Summer Exhibition', 'summer-exhibition', '2026-summer-exhibition'].map((name) => isOfCampaign(named('2026-{campaign}'), name))).toEqual([true, true, true])
    expect(isOfCampaign(named('2026-{campaign}'), 'summer')).toBe(false)
  })

  it('is known for every network and post where the rule holds them', () => {
    const of = named('{campaign}_{network}_{post}')
    expect(isOfCampaign(of, 'summer-exhibition_instagram_dawn-at-the-harbor')).toBe(true)
    expect(isOfCampaign(of, 'winter-exhibition_instagram_dawn')).toBe(false)
  })

  it('is not any name at all where nothing of the rule is fixed', () => {
    expect(isOfCampaign(named('{network}-{post}'), 'winter-sale')).toBe(false)
  })
})
