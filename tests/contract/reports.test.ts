import { beforeEach, describe, expect, it } from 'vitest'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tempFolder } from '../support/temp-folder'
import { photographPaths, waitForJob } from '../support/test-core'
import { september, startReports, type ReportPlace } from '../support/report-place'

let place: ReportPlace
beforeEach(async () => {
  place = await startReports()
})

describe('reports', () => {
  it('begin as the last whole month, in the first language of the client, from its own default', async () => {
    const { client, clientId } = place
    await client.clients.update({ clientId, languages: ['nn', 'en'] })
    const report = await client.reports.create({ clientId })
    expect(report).toMatchObject({ from: '2026-09-01', to: '2026-09-30', language: 'nb', compare: { kind: 'previous' }, frozenAt: null })
    const { templates } = await client.reports.listTemplates({ clientId })
    expect(templates.filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual(['monthly'])
    await client.reports.saveTemplate({ clientId, name: 'House report', sections: report.sections.slice(0, 3), options: report.options, isDefault: true })
    expect((await client.reports.create({ clientId })).sections).toHaveLength(3)
  })

  it('take a sentence as one step to undo', async () => {
    const { client, clientId } = place
    const { id: reportId } = await september(place)
    for (const text of ['A', 'A g', 'A good month']) {
      await client.reports.update({ clientId, reportId, change: { section: { id: 'summary', text } } })
      place.wait(400)
    }
    await client.history.undo({ clientId })
    expect((await client.reports.get({ clientId, reportId })).sections.find(({ id }) => id === 'summary')?.text).toBe('')
    await client.history.redo({ clientId })
    expect((await client.reports.get({ clientId, reportId })).sections.find(({ id }) => id === 'summary')?.text).toBe('A good month')
  })

  it('come back from the trash, and are gone for good after thirty days', async () => {
    const { client, clientId } = place
    const { id } = await september(place)
    await client.reports.trash({ clientId, ids: [id] })
    expect((await client.reports.list({ clientId })).reports).toEqual([])
    expect((await client.reports.list({ clientId, trashed: true })).reports).toMatchObject([{ id }])
    await client.reports.restore({ clientId, ids: [id] })
    expect((await client.reports.list({ clientId })).reports).toMatchObject([{ id }])
    await client.reports.trash({ clientId, ids: [id] })
    place.wait(31 * 86_400_000)
    await place.core.services.workspaces.close(clientId)
    expect((await client.reports.list({ clientId, trashed: true })).reports).toEqual([])
  })

  it('are changed no more once frozen, and go on as a copy of other days', async () => {
    const { client, clientId } = place
    const { id: reportId } = await september(place)
    place.wait(1000)
    const frozen = await client.reports.freeze({ clientId, reportId })
    expect(frozen.frozenAt).toBe('2026-10-05T08:00:01.000Z')
    await expect(client.reports.update({ clientId, reportId, change: { title: 'x' } })).rejects.toMatchObject({ code: 'conflict.report-frozen' })
    place.wait(1000)
    const copy = await client.reports.duplicate({ clientId, reportId, month: '2026-08', language: 'it' })
    expect(copy).toMatchObject({ frozenAt: null, from: '2026-08-01', to: '2026-08-31', language: 'it', sections: frozen.sections })
    // Freezing is a step as any other: taken back, the report is drawn from the figures of now again.
    await client.history.undo({ clientId })
    await client.history.undo({ clientId })
    expect((await client.reports.get({ clientId, reportId })).frozenAt).toBeNull()
  })

  it('are looked at page by page, with the page that each section begins on', async () => {
    const { client, clientId, core } = place
    const { id: reportId } = await september(place)
    const { pages, startsAt, gaps } = await client.reports.preview({ clientId, reportId })
    expect(pages.length).toBeGreaterThan(5)
    expect(startsAt).toMatchObject({ cover: 1, summary: 2 })
    expect(Math.max(...Object.values(startsAt))).toBeLessThanOrEqual(pages.length)
    for (const { url, width, height } of pages) {
      expect(await core.openMedia(url)).toMatchObject({ contentType: 'image/svg+xml' })
      expect(height / width).toBeCloseTo(Math.SQRT2, 2)
    }
    expect(gaps.filter(({ kind }) => kind === 'empty-section').map(({ data }) => data.kind)).toContain('community')
  })

  it('carry the mark of the agency, which is kept for all clients', async () => {
    const { client, core } = place
    await client.reports.putAgency({ name: 'Harbour Studio', color: '#1d5c44', contact: 'Bergen' })
    const { logoUrl } = await client.reports.setAgencyLogo({ fileToken: core.registerPath(photographPaths(1)[0] ?? '') })
    expect(await core.openMedia(logoUrl ?? '')).toMatchObject({ contentType: 'image/webp' })
    const note = join(await tempFolder(), 'note.png')
    await writeFile(note, 'no picture')
    await expect(client.reports.setAgencyLogo({ fileToken: core.registerPath(note) })).rejects.toMatchObject({ code: 'unsupported.logo' })
    expect(await client.reports.setAgencyLogo({ fileToken: null })).toMatchObject({ name: 'Harbour Studio', logoUrl: null })
  })
})

describe('the reports of all clients', () => {
  it('are made side by side, with what each lacks said first, and one that fails costs its own line alone', async () => {
    const { client, core } = place
    const { id: bare } = await client.clients.create({ name: 'Bare Client', languages: ['nl'] })
    const { id: archived } = await client.clients.create({ name: 'Gone' })
    await client.clients.archive({ clientId: archived })
    const { clients } = await client.reports.gapsOfAll({ month: '2026-09' })
    expect(clients.map(({ name, gaps }) => [name, gaps.map(({ kind }) => kind)])).toEqual(expect.arrayContaining([['Bare Client', ['no-figures']], ['North Gallery', ['days']]]))
    // A template of the client that nothing can be made from.
    const workspace = await core.services.workspaces.open(bare)
    await workspace.command('reports.saveTemplate', (tx) => tx('report_template').insert({ id: 'broken', name: 'Broken', sections_json: '[{}]', options_json: '{}', is_default: 1, created_at: '' }))
    const folder = await tempFolder()
    const { runs } = await client.reports.makeAll({ month: '2026-09', formats: ['pdf'], destination: { kind: 'folder', token: core.registerPath(folder) } })
    expect(runs.map(({ name }) => name)).not.toContain('Gone')
    const [failed, made] = [runs.find(({ clientId }) => clientId === bare), runs.find(({ clientId }) => clientId === place.clientId)]
    expect(failed).toMatchObject({ jobId: null, error: { code: expect.any(String) as unknown } })
    expect(made?.error).toBeNull()
    await waitForJob(core, place.clientId, made?.jobId ?? '')
    const { files } = await client.reports.made({ clientId: place.clientId, jobId: made?.jobId ?? '' })
    expect(files).toMatchObject([{ format: 'pdf', error: null, name: 'North Gallery_2026-09_en_report.pdf' }])
    // Asked again, the report that is there is made again, and not a second one.
    await client.reports.makeAll({ month: '2026-09', clientIds: [place.clientId], formats: ['pdf'], destination: { kind: 'folder', token: core.registerPath(folder) } })
    expect((await client.reports.list({ clientId: place.clientId })).reports).toHaveLength(1)
  })
})
