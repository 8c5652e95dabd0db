import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { demoExports } from '../../src/main/core/features/demo/quarter'
import { describeFigures } from '../../src/shared/features/figures/describe-figures'
import { readTables, startParsePool } from '../support/read-tables'
import { tempFolder } from '../support/temp-folder'

const resources = join(import.meta.dirname, '..', '..', 'resources')
const made = () => demoExports(resources, '2026-11-22', 'Europe/London')

/** Formats of a file's tables, in order. */
async function formatsIn(folder: string, path: string, content: string | Buffer): Promise<(string | undefined)[]> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
  const { tables, refused } = await readTables(await startParsePool(), file, basename(path))
  expect(refused).toEqual([])
  return tables.map((table) => describeFigures(table)?.format)
}

describe('the exports of the demo client', () => {
  it('are recognized as what the networks give out', async () => {
    const folder = await tempFolder()
    const found: Record<string, (string | undefined)[]> = {}
    for (const { path, content } of await made()) found[path] = await formatsIn(folder, path, content)
    expect(found).toEqual({
      ...Object.fromEntries(
        ['2026-08', '2026-09', '2026-10', '2026-11'].flatMap((month) => [
          [`${month}/instagram-content.csv`, ['meta.ig.content']],
          [`${month}/facebook-content.csv`, ['meta.fb.content']],
          [`${month}/x-content.csv`, ['x.content']]
        ])
      ),
      'instagram-profile-visits.csv': ['meta.daily'],
      'instagram-follows.csv': ['meta.daily'],
      'meta-ads.csv': ['meta.ads'],
      'x-overview.csv': ['x.overview'],
      'museum-of-early-photography_content.xlsx': ['linkedin.page.metrics', 'linkedin.page.posts'],
      'museum-of-early-photography_followers.xlsx': ['linkedin.page.followers'],
      'google-analytics-days.csv': ['ga4.daily']
    })
  })

  it('are the same to the byte when they are made again', async () => {
    const texts = (files: Awaited<ReturnType<typeof made>>) => files.flatMap(({ path, content }) => (path.endsWith('.xlsx') ? [] : [[path, content.toString('hex')]]))
    expect(texts(await made())).toEqual(texts(await made()))
  })
})
