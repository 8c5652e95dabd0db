import { describe, expect, it } from 'vitest'
import { bundleForNode } from '../support/bundle'
import { linesUntilKilled } from '../support/kill-after'
import { makePost, startPlanning } from '../support/planning'
import { startTestCore } from '../support/test-core'

const KILLS = 50

const newest = (lines: readonly string[], what: string): number => Number(lines.findLast((line) => line.startsWith(`${what} `))?.split(' ')[1] ?? 0)

describe('typing, killed fifty times', () => {
  it('keeps every letter that was acknowledged, offers the text at the next start, and stays undoable', { timeout: 300_000 }, async () => {
    const place = await startPlanning()
    const { core, clientId } = place
    const { id: postId, variants } = await makePost(place, { text: '' })
    const variantId = variants[0]?.id ?? ''
    await core.close()
    const entry = await bundleForNode('tests/support/typing-process.ts', 'typing-process')
    const kept: [text: number, variant: number][] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      const lines = await linesUntilKilled(entry, { home: core.home, clientId, postId, variantId }, (kill * 37) % 150)
      kept.push([newest(lines, 'post'), newest(lines, 'variant')])
      if (kill % 10 !== 9) continue
      const after = await startTestCore({ home: core.home })
      const post = await after.client.posts.get({ clientId, postId })
      // One letter may be there whose answer the kill cut off; none that was acknowledged is missing.
      expect(post.text).toMatch(/^x+$/)
      expect(post.text.length).toBeGreaterThanOrEqual(Math.max(...kept.map(([text]) => text)))
      expect(post.text.length).toBeLessThanOrEqual(Math.max(...kept.map(([text]) => text)) + 1)
      expect(post.variants[0]?.text?.length).toBeGreaterThanOrEqual(Math.max(...kept.map(([, variant]) => variant)))
      expect(await after.client.clients.check({ clientId })).toMatchObject({ database: { integrity: [], foreignKeys: 0 } })
      await after.close()
    }
    const last = await startTestCore({ home: core.home })
    const { versions } = await last.client.posts.versions({ clientId, postId })
    expect(versions.length).toBeGreaterThanOrEqual(KILLS)
    const { operation } = await last.client.history.undo({ clientId })
    expect(['posts.update', 'posts.updateVariant']).toContain(operation)
  })
})
