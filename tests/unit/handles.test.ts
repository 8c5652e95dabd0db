import { describe, expect, it } from 'vitest'
import { networkIds } from '../../src/shared/channels/catalog.schema'
import { handleRules } from '../../src/shared/features/channels/handle-rules'
import { mentionText, normalizeHandle, profileLink, webAddress } from '../../src/shared/features/channels/handles'

describe('names of accounts', () => {
  it.each([
    ['instagram', 'NordlysMuseum', '@nordlysmuseum', 'https://www.instagram.com/nordlysmuseum/'],
    ['instagram', 'instagram.com/nordlys.museum?hl=en', '@nordlys.museum', 'https://www.instagram.com/nordlys.museum/'],
    ['x', 'https://twitter.com/Nordlys_M', '@Nordlys_M', 'https://x.com/Nordlys_M'],
    ['linkedin', 'Nordlys Museum', 'company/nordlys-museum', 'https://www.linkedin.com/company/nordlys-museum/'],
    ['linkedin', 'https://www.linkedin.com/in/ida-holm/', 'in/ida-holm', 'https://www.linkedin.com/in/ida-holm/'],
    ['tiktok', '@nordlys', '@nordlys', 'https://www.tiktok.com/@nordlys'],
    ['youtube', 'https://www.youtube.com/@Nordlys-Museum', '@Nordlys-Museum', 'https://www.youtube.com/@Nordlys-Museum'],
    ['threads', 'https://www.threads.net/@nordlys', '@nordlys', 'https://www.threads.com/@nordlys'],
    ['bluesky', '@nordlys', '@nordlys.bsky.social', 'https://bsky.app/profile/nordlys.bsky.social'],
    ['mastodon', 'https://mastodon.social/@nordlys', '@nordlys@mastodon.social', 'https://mastodon.social/@nordlys'],
    ['mastodon', 'Nordlys@Kunst.no', '@nordlys@kunst.no', 'https://kunst.no/@nordlys'],
    ['snapchat', 'https://www.snapchat.com/add/nordlys', '@nordlys', 'https://www.snapchat.com/@nordlys'],
    ['whatsapp', '0047 22 00 00 00', '+4722000000', 'https://wa.me/4722000000'],
    ['google-business', 'Nordlys Museum', 'Nordlys Museum', '']
  ] as const)('on %s, “%s” is kept as “%s”', (network, given, handle, link) => {
    expect(normalizeHandle(network, given)).toBe(handle)
    expect(profileLink(network, handle)).toBe(link)
    expect(normalizeHandle(network, handle)).toBe(handle)
  })

  it.each([
    ['x', 'a_name_of_sixteen'], ['instagram', 'two words'], ['mastodon', 'nordlys'], ['tiktok', 'n'], ['whatsapp', 'call us'],
    ['instagram', 'https://example.org/nordlys'], ['instagram', 'https://instagram.com/%E0%A4%A']
  ] as const)('on %s, “%s” is none', (network, given) => {
    expect(normalizeHandle(network, given)).toBeUndefined()
  })

  it('have an example on every network that is one', () => {
    for (const network of networkIds) expect(normalizeHandle(network, handleRules[network].example)).toBeDefined()
  })

  it('mention a person by name where a network knows no written name', () => {
    expect(mentionText('linkedin', 'in/ida-holm', 'Ida Holm')).toBe('@Ida Holm')
    expect(mentionText('bluesky', '@ida.bsky.social', 'Ida Holm')).toBe('@ida.bsky.social')
    expect(mentionText('x', '', 'Ida Holm')).toBe('Ida Holm')
  })
})

describe('web addresses', () => {
  it.each([['example.org/x', 'https://example.org/x'], ['HTTP://Example.org', 'http://example.org/']])('“%s” is kept as “%s”', (given, kept) => {
    expect(webAddress(given)).toBe(kept)
  })
  it.each(['', 'nowhere', 'two words.org', `java${'script'}:alert(1)`, 'file:///etc/passwd', 'https://user@example.org'])('“%s” is none', (given) => {
    expect(webAddress(given)).toBeUndefined()
  })
})
