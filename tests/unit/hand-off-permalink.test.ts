import { describe, expect, it } from 'vitest'
import { composePages, composeUrlOf, instanceOf } from '../../src/shared/features/hand-off/compose-pages'
import { postAddresses, readPermalink } from '../../src/shared/features/hand-off/permalink'
import { networkIds, type NetworkId } from '../../src/shared/channels/catalog.schema'
import { gateUrl } from '../../src/shared/url-gate'

const plain = { handle: '@museum', link: '' }
const read = (text: string, network: NetworkId, channel = plain) => {
  const { url, refused } = readPermalink(text, network, channel)
  return url ?? refused
}

describe('the link of a published post', () => {
  it.each([
    ['instagram', ' https://instagram.com/p/Cabc123/?igsh=MzRl&utm_source=ig_web ', 'https://www.instagram.com/p/Cabc123'],
    ['x', 'https://twitter.com/museum/status/1789?s=20&t=abc', 'https://x.com/museum/status/1789'],
    ['x', 'mobile.twitter.com/museum/status/1789', 'https://x.com/museum/status/1789'],
    ['facebook', 'http://m.facebook.com/story.php?story_fbid=12&id=34&mibextid=x', 'https://www.facebook.com/story.php?story_fbid=12&id=34'],
    ['youtube', 'https://youtu.be/dQw4w9WgXcQ?si=abc', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['threads', 'https://www.threads.net/@museum/post/Abc?xmt=AQ', 'https://www.threads.com/@museum/post/Abc'],
    ['linkedin', 'https://www.linkedin.com/feed/update/urn:li:activity:7123/', 'https://www.linkedin.com/feed/update/urn:li:activity:7123'],
    ['bluesky', 'https://bsky.app/profile/museum.example/post/3k', 'https://bsky.app/profile/museum.example/post/3k'],
    ['pinterest', 'https://no.pinterest.com/pin/123/', 'https://no.pinterest.com/pin/123'],
    ['mastodon', 'https://mastodon.social/@museum/1#top', 'https://mastodon.social/@museum/1']
  ] as const)('is kept for %s without what only traces who shared it: %s', (network, given, kept) => {
    expect(read(given, network)).toBe(kept)
    expect(read(kept, network)).toBe(kept)
  })

  it.each([
    ['instagram', 'https://x.com/museum/status/1', 'other-network'],
    ['instagram', 'https://instagram.com.evil.example/p/1', 'other-network'],
    ['instagram', 'https://evilinstagram.com/p/1', 'other-network'],
    ['instagram', 'https://user@instagram.com/p/1', 'not-an-address'],
    ['instagram', 'https://instagram.com:8443/p/1', 'not-an-address'],
    ['instagram', 'vbscript:alert(1)//instagram.com/p/1', 'not-an-address'],
    ['instagram', 'data:text/html,instagram.com', 'not-an-address'],
    ['instagram', 'posted this morning', 'not-an-address'],
    ['instagram', 'https://www.instagram.com/', 'not-a-post'],
    ['x', 'https://127.0.0.1/status/1', 'not-an-address']
  ] as const)('is refused for %s: %s', (network, given, reason) => {
    expect(read(given, network)).toBe(reason)
  })

  it('belongs to the server of the channel where that is known', () => {
    const channel = { handle: '@museum@mastodon.social', link: '' }
    expect(read('https://mastodon.social/@museum/1', 'mastodon', channel)).toBe('https://mastodon.social/@museum/1')
    expect(read('https://other.example/@museum/1', 'mastodon', channel)).toBe('other-network')
  })
})

describe('the address of a comment', () => {
  it.each([
    ['https://www.instagram.com/p/Abc/c/17912/?igsh=1', 'https://www.instagram.com/p/Abc'],
    ['instagram.com/museum/reel/Abc/c/17912', 'https://www.instagram.com/museum/reel/Abc'],
    ['https://m.facebook.com/museum/posts/12?comment_id=3&reply_comment_id=4', 'https://www.facebook.com/museum/posts/12'],
    ['https://youtu.be/abcdefgh', 'https://www.youtube.com/watch?v=abcdefgh'],
    ['https://www.youtube.com/watch?v=abcdefgh&lc=Ugx', 'https://www.youtube.com/watch?v=abcdefgh'],
    ['https://twitter.com/museum/status/1?s=20', 'https://x.com/museum/status/1']
  ])('leads to the post: %s', (link, post) => {
    expect(postAddresses(link)).toContain(post)
  })

  it.each(['', 'gulls', 'Are you open?', 'gulls/boats', 'instagram.com', 'mailto:a@example.org', 'https://localhost/p/1'])('is not seen in %j', (text) => {
    expect(postAddresses(text)).toEqual([])
  })
})

describe('the page for a new post', () => {
  it('is one of a fixed list that the gate lets through, with a source each', () => {
    for (const network of networkIds) {
      const { source, checked } = composePages[network]
      const url = composeUrlOf(network, { handle: '@museum@mastodon.social', link: '' })
      expect(url && gateUrl(url), network).toBe(url)
      expect(gateUrl(source), network).toBe(source)
      expect(checked).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })

  it.each([
    ['@museum@mastodon.social', '', 'mastodon.social'],
    ['@museum', 'https://mastodon.social/@museum', 'mastodon.social'],
    ['@museum', '', undefined],
    ['@museum@evil.example/..', '', undefined],
    ['@museum@evil.example:80', '', undefined],
    ['@museum@localhost', 'vbscript:1', undefined]
  ])('finds the server of %s %s', (handle, link, server) => {
    expect(instanceOf(handle, link)).toBe(server)
    expect(composeUrlOf('mastodon', { handle, link })).toBe(server ? `https://${server}/publish` : null)
  })
})
