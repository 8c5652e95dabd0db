import { describe, expect, it } from 'vitest'
import { detectSchedule } from '../../src/shared/features/imports/schedule-detect'
import { readSchedule } from '../../src/shared/features/imports/read-schedule'
import { readTables, startParsePool } from '../support/read-tables'
import { expectedFacts, NO_SAMPLES, samplePath, samplesAreHere } from '../support/shared-samples'

const ZONE = 'Europe/Amsterdam'
/** What of the expectations a plan of posts answers to; the rest tells where the sample comes from. */
const COMPARED = ['rows', 'date_from', 'date_to', 'with_image', 'with_link', 'media_urls', 'comments', 'without_date', 'all_day', 'archived', 'per_network', 'labels', 'lists', 'columns_in_file', 'drafts'] as const

const plans = Object.entries(expectedFacts()).filter(([, { kind }]) => kind === 'schedule')

if (!samplesAreHere) console.info(NO_SAMPLES)

describe.skipIf(!samplesAreHere)('plans of other tools', () => {
  it.each(plans)('%s is recognized and read with every figure right', async (name, expected) => {
    const pool = await startParsePool()
    const { tables } = await readTables(pool, samplePath(name))
    const table = tables[0]!
    const layout = detectSchedule(table, new Map())!
    const { facts, problems } = readSchedule(table, layout, { order: null, zone: ZONE, defaultTime: '09:00', pick: null })
    expect(layout.format.id).toBe(expected.platform)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    for (const fact of COMPARED) if (fact in expected) expect({ [fact]: facts[fact] }).toEqual({ [fact]: expected[fact] })
  })
})
