import { describe, expect, it } from 'vitest'
import { exportGuides, guideOf, inLanguage } from '../../src/shared/features/exports-due/export-guides'
import { metricFormats } from '../../src/shared/features/figures/formats/metric-formats'

/** Formats that are told without a table of signatures. */
const special: ReadonlySet<string> = new Set(['meta.daily', 'meta.audience', 'linkedin.creator.discovery', 'linkedin.creator.top', 'ga4.snapshot'])
const figureKinds: ReadonlySet<string> = new Set(['post_metrics', 'video_metrics', 'daily_metrics', 'daily_post_metrics', 'follower_metrics', 'ad_metrics', 'audience', 'competitors'])

describe('the steps to fetch exports', () => {
  it('are there for every file of figures that can be read', () => {
    const guided = new Set(exportGuides.flatMap(({ formats }) => formats))
    const missing = metricFormats.filter(({ id, kind }) => figureKinds.has(kind) && !guided.has(id) && !id.startsWith('organic_insights'))
    expect(missing.map(({ id }) => id)).toEqual([])
  })

  it('lead to files that are read', () => {
    const known = new Set(metricFormats.map(({ id }) => id))
    expect(exportGuides.flatMap(({ formats }) => formats).filter((format) => !known.has(format) && !special.has(format))).toEqual([])
  })

  it('tell two networks apart that share a format', () => {
    expect(guideOf('instagram', 'meta.daily')?.id).toBe('instagram-days')
    expect(guideOf('facebook', 'meta.daily')?.id).toBe('facebook-days')
    expect(guideOf('x', 'meta.daily')).toBeUndefined()
  })

  it('have at least two steps, name the tool, and say where each fact is from', () => {
    for (const guide of exportGuides) {
      expect(guide.steps.en?.length, guide.id).toBeGreaterThan(1)
      expect(guide.tool.en, guide.id).not.toBe('')
      if (guide.keeps) expect([guide.keeps.source, guide.keeps.checkedOn], guide.id).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/^\d{4}-\d{2}$/)])
    }
    expect(new Set(exportGuides.map(({ id }) => id)).size).toBe(exportGuides.length)
  })

  it('are read in the language of the interface, or in English', () => {
    expect(inLanguage({ en: 'Posts', nb: 'Innlegg' }, 'nb-NO')).toBe('Innlegg')
    expect(inLanguage({ en: 'Posts' }, 'it')).toBe('Posts')
  })
})
