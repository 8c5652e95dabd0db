import { describe, expect, it } from 'vitest'
import { useDesktop } from '../support/electron-stand-in/desktop-fixture'
import { connectPage } from '../support/electron-stand-in/page-client'
import { quickLooks } from '../support/quick-looks'

const fixture = useDesktop()
const SOON = { timeout: 60_000, interval: 100 }
/** Which of the two depends on the second of the minute at which the clock is looked at. */
const TITLE = /^(Due now|Overdue): Nordlys Museum, Instagram$/u

describe('a post whose time has come', () => {
  it('is told by a notice of the system where the machine has them, and a click leads to handing it over', async () => {
    const desktop = await fixture.start({ notices: true, nodeArgs: [...quickLooks] })
    const page = await desktop.page()
    const client = await connectPage(page)
    const { id: clientId } = await client.call<{ id: string }>('clients.create', { name: 'Nordlys Museum', zone: 'UTC' })
    const { id: channelId } = await client.call<{ id: string }>('channels.create', { clientId, network: 'instagram', name: 'Museum' })
    await client.call('settings.put', { key: 'reminders', value: { system: true } })
    const now = new Date().toISOString()
    const planned = { date: now.slice(0, 10), time: now.slice(11, 16), zone: 'UTC' }
    const { variants } = await client.call<{ variants: { id: string }[] }>('posts.create', { clientId, title: 'Harbor <img src="https://evil.example/x">', planned, variants: [{ channelId, format: 'feed', voiceId: null }] })
    const variantId = variants[0]?.id ?? ''
    await client.call('posts.setState', { clientId, variantIds: [variantId], state: 'scheduled' })
    await expect.poll(async () => (await desktop.records()).notices, SOON).toEqual([{ title: expect.stringMatching(TITLE), body: expect.stringMatching(process.platform === 'linux' ? /Harbor ‹img/ : /Harbor <img/) }])
    desktop.clickNotice()
    await expect.poll(() => client.hostMessages()).toContainEqual(expect.objectContaining({ target: { clientId, variantId } }))
  })
})
