import { describe, expect, it } from 'vitest'
import { slug, unknownPlaceholders, type UtmFacts, utmValues, withUtm } from '../../src/shared/features/campaigns/utm'
import { type UtmRule, utmRule } from '../../src/shared/features/campaigns/utm.schema'

const facts: UtmFacts = { network: 'instagram', campaign: 'Vinterlys på Bryggen', post: 'First light & coffee', format: 'reel' }
const rule = (change: Partial<UtmRule> = {}): UtmRule => ({ ...utmRule.parse({}), ...change })

describe('a link with the parameters of a campaign', () => {
  it('gets network, campaign and post in the form statistics want', () => {
    expect(withUtm('https://example.org/tickets', rule(), facts)).toBe(
      'https://example.org/tickets?utm_source=instagram&utm_medium=social&utm_campaign=vinterlys-pa-bryggen&utm_content=first-light-coffee'
    )
  })

  it('is the same when it is made again, and follows a rule that changed', () => {
    const once = withUtm('https://example.org/?a=1', rule(), facts)
    expect(withUtm(once, rule(), facts)).toBe(once)
    expect(withUtm(once, rule({ source: 'newsletter', content: '' }), facts)).toContain('utm_source=newsletter')
    expect(withUtm(once, rule({ source: 'newsletter' }), facts).match(/utm_source/g)).toHaveLength(1)
  })

  it('keeps what its query and fragment say, letter by letter', () => {
    expect(withUtm('https://example.org/a%20b?q=a+b%2Fc&empty=&UTM_SOURCE=old#part?x=1#y', rule({ medium: '', campaign: '', content: '' }), facts)).toBe(
      'https://example.org/a%20b?q=a+b%2Fc&empty=&utm_source=instagram#part?x=1#y'
    )
  })

  it('takes an address without a scheme', () => {
    expect(withUtm('example.org', rule({ campaign: '', content: '' }), facts)).toBe('example.org?utm_source=instagram&utm_medium=social')
  })

  it.each(['mailto:post@example.org', 'tel:+4722000000', 'not a link', '', 'https://', `java${'script'}:alert(1)`])('stays as it is when it is no web link: “%s”', (link) => {
    expect(withUtm(link, rule(), facts)).toBe(link)
  })

  it('stays as it is where the rule is off or gives nothing', () => {
    expect(withUtm('https://example.org', rule({ active: false }), facts)).toBe('https://example.org')
    expect(withUtm('https://example.org', rule(), { network: '', campaign: '', post: '', format: '' })).toBe('https://example.org?utm_medium=social')
  })
})

describe('names in links', () => {
  it.each([
    ['Blåbær & Ærlighet', 'blabaer-aerlighet'],
    ['  Große   Straße ', 'grosse-strasse'],
    ['Città d’arte', 'citta-darte'],
    ['ŁÓDŹ 2026', 'lodz-2026'],
    ['50% off -- now!', '50-off-now'],
    ['展覧会', '展覧会'],
    ['👋🏽', '']
  ])('“%s” becomes “%s”', (name, expected) => {
    expect(slug(name)).toBe(expected)
  })

  it('are safe in an address whatever they are made of', () => {
    const link = withUtm('https://example.org', rule({ campaign: '{campaign}&x=1#{post}', term: '展 {format}' }), facts)
    expect([...new URL(link).searchParams.keys()]).toEqual(['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'])
    expect(new URL(link).hash).toBe('')
  })

  it('leave out what a template asks for and nobody knows', () => {
    expect(utmValues(rule({ source: '{nework}-{network}', content: '' }), facts)).toMatchObject({ source: 'instagram' })
    expect(unknownPlaceholders('{nework}-{network}')).toEqual(['nework'])
  })
})
