import { describe, expect, it } from 'vitest'
import type { PlanFinding } from '../../src/shared/features/checks/dry-run.contract'
import { createTranslator } from '../../src/shared/i18n'
import { fixWords, leadsToPost, mendsWords, postQuery } from '../../src/renderer/features/checks/finding-words.rules'
import { namedFiles } from '../../src/renderer/features/imports/missing-media.rules'

const t = createTranslator('en')
const finding = (id: PlanFinding['id'], fix: PlanFinding['fix'], assetId: string | null = null): PlanFinding => ({
  key: id, id, severity: 'error', field: 'text', data: {}, assetId, source: '', sourceDate: '', confidence: 'high', overridden: false, fix, seen: false
})

describe('a line of the month that is checked', () => {
  it('offers what leads to the post, and opens it on the channel at the field it is about', () => {
    const late = finding('time.past', { kind: 'reschedule' })
    const silent = finding('alt.missing', { kind: 'add-alt-text', assetId: 'a1' }, 'a1')
    const format = finding('media.kind', { kind: 'change-format', formats: ['carousel'] })
    expect([late, silent, format].map((one) => fixWords(one, t))).toEqual(['Choose a time', 'Write alternative text', 'Change the format'])
    expect([late, silent, format].map((one) => leadsToPost(one) && !mendsWords(one))).toEqual([true, true, true])
    expect(postQuery('v1', late)).toEqual({ channel: 'v1', ask: 'time' })
    expect(postQuery('v1', silent)).toEqual({ channel: 'v1', ask: 'alt', of: 'a1' })
    expect(postQuery('v1', format)).toEqual({ channel: 'v1' })
  })

  it('offers nothing where nothing can be pressed', () => {
    expect(fixWords(finding('media.too-few', null), t)).toBeUndefined()
    expect(fixWords(finding('clash.same-hour', null), t)).toBeUndefined()
  })
})

describe('files that are chosen for a plan', () => {
  it('are those that it names: by name, path or address, whatever the case and the writing of letters', () => {
    const missing = ['media/2026/Harbor.JPG', 'https://example.org/up%20loads/A%20b%C3%A5t.png?x=1', 'C:\\plan\\ice.webp']
    const files = ['harbor.jpg', 'A ba\u030At.png', 'ICE.webp', 'holiday.jpg'].map((name) => ({ name }))
    expect(namedFiles(missing, files).map(({ name }) => name)).toEqual(['harbor.jpg', 'A ba\u030At.png', 'ICE.webp'])
    expect(namedFiles(missing, [{ name: 'other.jpg' }])).toEqual([])
  })
})
