import { describe, expect, it } from 'vitest'
import type { Post, Variant } from '@shared/features/posts/posts.schema'
import { caretWord, matching } from '../../src/renderer/features/posts/caret-word.rules'
import { fittingTags, mentionsOf, shortName } from '../../src/renderer/features/posts/insertions.rules'
import { movedTo } from '../../src/renderer/features/posts/media-order.rules'
import { changesOf, effective, withEdits } from '../../src/renderer/features/posts/post-edits.rules'
import { runsOf } from '../../src/renderer/features/posts/previews/preview-family.rules'
import { ruleOf, usualRepeat } from '../../src/renderer/features/posts/repeat.rules'
import { isComplete } from '../../src/renderer/features/posts/schedule.rules'
import { nextStep, openSteps } from '../../src/renderer/features/posts/state-words.rules'
import { agoOf } from '../../src/renderer/features/posts/time-ago.rules'
import { wordDiff } from '../../src/renderer/features/posts/word-diff.rules'

const variant = { id: 'v', text: null, link: null, firstComment: 'own', fields: {} } as unknown as Variant
const post = { id: 'p', title: '', text: 'base', link: '', firstComment: 'from the post', variants: [variant] } as unknown as Post

describe('what a channel inherits', () => {
  it('is the post’s own word where the channel has none', () => {
    expect(effective(post, variant, 'text')).toBe('base')
    expect(effective(post, variant, 'firstComment')).toBe('own')
  })

  it('follows what is typed into the post before it is stored', () => {
    const shown = withEdits(post, new Map([['post:text', 'typed']]))
    expect(effective(shown, shown.variants[0], 'text')).toBe('typed')
  })

  it('is own once something is typed there, and inherited again when that is taken back', () => {
    const own = withEdits(post, new Map([['v:text', 'short']]))
    expect(effective(own, own.variants[0], 'text')).toBe('short')
    const reset = withEdits(own, new Map([['v:text', null]]))
    expect(effective(reset, reset.variants[0], 'text')).toBe('base')
  })

  it('is stored by one command for the post and one for each channel, the post first', () => {
    const edits = new Map<string, unknown>([['v:text', 'x'], ['post:text', 'a'], ['post:title', 'b']])
    expect(changesOf(edits)).toEqual([{ target: 'post', change: { text: 'a', title: 'b' } }, { target: 'v', change: { text: 'x' } }])
  })
})

describe('the word at the caret', () => {
  it('asks for people after @ and for things to put in after /', () => {
    expect(caretWord('Thanks to @kar', 14)).toEqual({ trigger: '@', query: 'kar', from: 10, to: 14 })
    expect(caretWord('/ope', 4)).toEqual({ trigger: '/', query: 'ope', from: 0, to: 4 })
    expect(caretWord('(@k', 3)?.query).toBe('k')
  })

  it('asks for nothing within addresses, mails and paths', () => {
    for (const text of ['https://nordlys.example/win', 'mia@nordlys', 'and/or', 'plain words']) expect(caretWord(text, text.length)).toBeUndefined()
  })

  it('goes on over one blank, for people with two names, and ends at a second', () => {
    expect(caretWord('@Kari Nord', 10)?.query).toBe('Kari Nord')
    expect(caretWord('@Kari  Nord', 11)).toBeUndefined()
    expect(caretWord('@Kari\nNord', 10)).toBeUndefined()
  })

  it('finds names by their beginnings, without accents', () => {
    const names = ['Bjørn Ødegård', 'Åse Nord', 'Nora']
    expect(matching(names, 'as', (name) => name)).toEqual(['Åse Nord'])
    expect(matching(names, 'nor', (name) => name)).toEqual(['Nora', 'Åse Nord'])
  })
})

describe('hashtags that are put in', () => {
  it('fill what room the network leaves, without those that are there', () => {
    expect(fittingTags(['#one', '#Two', '#three', '#four'], 'A #two #x', 4, 'instagram')).toEqual(['#one', '#three'])
    expect(fittingTags(['#one', '#two'], '', null)).toEqual(['#one', '#two'])
  })
})

it('people are offered by the name they have on the network', () => {
  const kari = { id: 'k', name: 'Kari', note: '', handles: [{ network: 'x' as const, handle: '@kari_n' }, { network: 'linkedin' as const, handle: 'in/kari' }] }
  expect(mentionsOf([kari], ['x', 'instagram', 'linkedin']).map(({ text }) => text)).toEqual(['@kari_n', '@Kari'])
})

describe('the next step', () => {
  const of = (...states: Variant['state'][]) => states.map((state, index) => ({ id: `${index}`, state }))
  it('is that of the channels furthest behind', () => {
    expect(nextStep(of('approved', 'draft', 'changes-requested'))).toEqual({ state: 'in-review', ids: ['1', '2'] })
    expect(nextStep(of('approved', 'in-review'))).toEqual({ state: 'approved', ids: ['1'] })
    expect(nextStep(of('approved'))).toEqual({ state: 'scheduled', ids: ['0'] })
    expect(nextStep(of('published', 'scheduled'))).toBeUndefined()
  })

  it('never leads to published: a person confirms that with its address', () => {
    expect(openSteps(of('scheduled', 'handed-over')).map(({ state }) => state)).not.toContain('published')
  })
})

it('a picture is moved before and behind others, and no further than the ends', () => {
  expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(movedTo(['a', 'b', 'c'], 2, -1)).toEqual(['c', 'a', 'b'])
  expect(movedTo(['a', 'b'], 1, 9)).toEqual(['a', 'b'])
})

it('links, mentions and hashtags are told apart, and nothing of a text is lost', () => {
  const text = 'See @kari at https://example.com/a?b=1 #museum <b>now</b>'
  const runs = runsOf('instagram', text)
  expect(runs.map((run) => run.text).join('')).toBe(text)
  expect(runs.filter(({ marked }) => marked).map((run) => run.text)).toEqual(['@kari', 'https://example.com/a?b=1', '#museum'])
})

it('a repeat is written as calendars write it', () => {
  expect(ruleOf(usualRepeat('2026-12-01'))).toBe('FREQ=WEEKLY;BYDAY=TU')
  expect(ruleOf({ frequency: 'WEEKLY', interval: 2, weekdays: [4, 1], until: '' })).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH')
  expect(ruleOf({ frequency: 'MONTHLY', interval: 1, weekdays: [1], until: '' })).toBe('FREQ=MONTHLY')
})

it('a year that is still being typed is no day yet', () => {
  expect(isComplete({ date: '0202-12-01', time: '09:00' })).toBe(false)
  expect(isComplete({ date: '2026-12-01', time: '' })).toBe(false)
  expect(isComplete({ date: '2026-12-01', time: '09:00' })).toBe(true)
})

it('how long ago is told in whole minutes, hours and days', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  expect(agoOf('2026-11-22T11:59:40Z', now, 'en')).toBe('now')
  expect(agoOf('2026-11-22T11:58:10Z', now, 'en')).toBe('1 minute ago')
  expect(agoOf('2026-11-20T11:00:00Z', now, 'en')).toBe('2 days ago')
  expect(agoOf('', now, 'en')).toBe('')
})

it('a difference is told by words', () => {
  expect(wordDiff('Open from ten', 'Open from eleven')).toEqual([
    { kind: 'same', text: 'Open from ' },
    { kind: 'gone', text: 'ten' },
    { kind: 'new', text: 'eleven' }
  ])
  expect(wordDiff('', '')).toEqual([])
})

it('a post without a title is named by how it begins', () => {
  expect(shortName({ title: ' ', text: 'Boats\nin the harbor' })).toBe('Boats')
  expect(shortName({ title: '', text: 'A sentence that goes on for much longer than a title may be, and on' }, 30)).toBe('A sentence that goes on for…')
})
