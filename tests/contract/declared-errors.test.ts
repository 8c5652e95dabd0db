import { cp, mkdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnyContractRouter } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { openPlain } from '../../src/main/core/db/plain-connection'
import { contract } from '../../src/shared/contract'
import { type Museum, museums } from '../support/museum'
import { startTestCore, type TestCore, waitForJob } from '../support/test-core'
import { figureImportProvocations } from '../support/provocations-figure-imports'
import { operationInputs, settings } from '../support/operation-inputs'
import { analyticsProvocations } from '../support/provocations-analytics'
import { contentProvocations } from '../support/provocations-content'
import { inboxProvocations } from '../support/provocations-inbox'
import { repliesProvocations } from '../support/provocations-replies'
import { peopleProvocations } from '../support/provocations-people'
import { incidentProvocations } from '../support/provocations-incidents'
import { reportProvocations } from '../support/provocations-reports'
import { tempFolder } from '../support/temp-folder'

interface Operation {
  name: string
  codes: string[]
}

/** Every operation of the contract with the codes it declares. */
function operations(router: AnyContractRouter, path: string[] = []): Operation[] {
  if ('~orpc' in router) {
    return [{ name: path.join('.'), codes: Object.keys((router['~orpc'] as { errorMap: object }).errorMap) }]
  }
  return Object.entries(router).flatMap(([key, part]) => operations(part as AnyContractRouter, [...path, key]))
}

type Call = (input: unknown) => Promise<unknown>
function callOf(core: TestCore, name: string): Call {
  const [group = '', verb = ''] = name.split('.')
  return (core.client as unknown as Record<string, Record<string, Call>>)[group]?.[verb] ?? (() => Promise.reject(new Error(`no ${name}`)))
}

const all = operations(contract)
const inWorkspace = all.filter(({ codes }) => codes.includes('conflict.workspace-locked') && codes.includes('corrupt.workspace') && codes.includes('not-found.client'))
const withInput = (name: string, clientId: string) => ({ clientId, ...operationInputs[name] })

describe('every operation of a client', () => {
  it('are as many as the contract has', () => {
    expect(inWorkspace.length).toBeGreaterThan(30)
  })

  it('says what is wrong with its input', async () => {
    const core = await startTestCore()
    for (const { name } of inWorkspace) {
      await expect(callOf(core, name)({ clientId: 17 }), name).rejects.toMatchObject({
        code: 'validation.input',
        defined: true,
        data: { issues: expect.arrayContaining([expect.objectContaining({ path: 'clientId' })]) as unknown }
      })
    }
  })

  it('answers not-found.client for one that is not there, and conflict.workspace-locked for one held elsewhere', async () => {
    const holder = await startTestCore()
    const { id: clientId } = await holder.client.clients.create({ name: 'Held' })
    const core = await startTestCore({ home: holder.home })
    for (const { name } of inWorkspace) {
      const answer = (id: string) => callOf(core, name)(withInput(name, id)).then(() => 'ok', (error: { code: string; defined: boolean }) => [name, error.code, error.defined])
      expect(await answer('nobody')).toEqual([name, 'not-found.client', true])
      if (name !== 'clients.remove') expect(await answer(clientId)).toEqual([name, 'conflict.workspace-locked', true])
    }
  })

  it('answers for a file that is newer, damaged or another program’s', async () => {
    const maker = await startTestCore()
    const { id: clientId } = await maker.client.clients.create({ name: 'Broken' })
    await maker.close()
    const harm: Record<string, (file: string) => Promise<unknown>> = {
      'conflict.newer-workspace': async (file) => {
        const connection = await openPlain(file, 'write')
        await connection.all('PRAGMA user_version = 99')
        await connection.close()
      },
      'corrupt.workspace': (file) => truncate(file, 500),
      'conflict.not-a-workspace': async (file) => {
        const connection = await openPlain(file, 'write')
        await connection.all('PRAGMA application_id = 7')
        await connection.close()
      }
    }
    for (const [code, spoil] of Object.entries(harm)) {
      const home = await tempFolder()
      await cp(maker.home, home, { recursive: true })
      await spoil(join(home, 'workspaces', clientId, 'workspace.sqlite'))
      const core = await startTestCore({ home })
      for (const { name } of inWorkspace.filter((operation) => operation.name !== 'clients.remove')) {
        const answer = await callOf(core, name)(withInput(name, clientId)).then(() => 'ok', (error: { code: string; defined: boolean }) => [name, error.code, error.defined])
        expect(answer).toEqual([name, code, true])
      }
    }
  })
})

const museum = museums()

type State = Parameters<TestCore['client']['posts']['setState']>[0]['state']

/** A planned post on one channel, taken through states without a word of why. @returns the id of its variant */
async function setState({ core, clientId }: { core: TestCore; clientId: string }, ...states: State[]): Promise<string> {
  const { id: channelId } = await core.client.channels.create({ clientId, network: 'x' })
  const planned = { date: '2026-10-23', time: '09:00' }
  const { variants } = await core.client.posts.create({ clientId, title: 'Planned', planned, variants: [{ channelId }] })
  const variantIds = variants.map(({ id }) => id)
  for (const state of states) await core.client.posts.setState({ clientId, variantIds, state })
  return variantIds[0] ?? ''
}

/** What each further code is provoked by. */
const provocations: Record<string, (place: Museum) => Promise<unknown>> = {
  ...analyticsProvocations, ...contentProvocations, ...figureImportProvocations, ...inboxProvocations, ...peopleProvocations,
  ...repliesProvocations, ...incidentProvocations, ...reportProvocations,
  'validation.zone clients.create': ({ core }) => core.client.clients.create({ name: 'A', zone: 'Moon/Crater' }),
  'validation.zone clients.update': ({ core, clientId }) => core.client.clients.update({ clientId, zone: 'Moon/Crater' }),
  'validation.name-taken clients.create': ({ core }) => core.client.clients.create({ name: 'museum' }),
  'validation.name-taken clients.update': async ({ core, clientId }) => {
    await core.client.clients.create({ name: 'Other' })
    return core.client.clients.update({ clientId, name: 'other' })
  },
  'validation.confirm-name clients.remove': ({ core, clientId }) => core.client.clients.remove({ clientId, confirmName: 'nope' }),
  'validation.nothing-selected assets.add': ({ core, clientId }) => core.client.assets.add({ clientId, files: [] }),
  'not-found.file-token assets.add': ({ core, clientId }) => core.client.assets.add({ clientId, files: ['made-up'] }),
  'not-found.file-token clients.setLogo': ({ core, clientId }) => core.client.clients.setLogo({ clientId, fileToken: 'made-up' }),
  'not-found.file-token clients.adopt': ({ core }) => core.client.clients.adopt({ token: 'made-up' }),
  'not-found.client clients.pin': ({ core }) => core.client.clients.pin({ clientId: 'nobody', pinned: true }),
  'not-found.client clients.get': ({ core }) => core.client.clients.get({ clientId: 'nobody' }),
  'not-found.client clients.recover': ({ core, clientId }) => core.client.clients.recover({ clientId }),
  'not-found.asset assets.get': ({ core, clientId }) => core.client.assets.get({ clientId, assetId: 'nothing' }),
  'validation.handle channels.create': ({ core, clientId }) => core.client.channels.create({ clientId, network: 'x', handle: 'two words' }),
  'validation.link channels.create': ({ core, clientId }) => core.client.channels.create({ clientId, network: 'x', link: 'nowhere' }),
  'validation.zone channels.create': ({ core, clientId }) => core.client.channels.create({ clientId, network: 'x', zone: 'Moon/Crater' }),
  'validation.days campaigns.create': ({ core, clientId }) =>
    core.client.campaigns.create({ clientId, name: 'Backwards', startsOn: '2026-12-24', endsOn: '2026-12-01' }),
  'validation.placement campaigns.saveAd': async ({ core, clientId }) => {
    const { id: campaignId } = await core.client.campaigns.create({ clientId, name: 'Winter' })
    return core.client.campaigns.saveAd({ clientId, campaignId, name: 'Ad', network: 'x', placementId: 'ig-feed-4x5' })
  },
  'not-found.post posts.get': ({ core, clientId }) => core.client.posts.get({ clientId, postId: 'nothing' }),
  'not-found.variant posts.removeVariant': ({ core, clientId }) => core.client.posts.removeVariant({ clientId, variantId: 'nothing' }),
  'not-found.version posts.getVersion': async ({ core, clientId }) => {
    const { id: postId } = await core.client.posts.create({ clientId, title: 'One' })
    return core.client.posts.getVersion({ clientId, postId, stepId: 999_999 })
  },
  'validation.wall-time posts.create': ({ core, clientId }) =>
    core.client.posts.create({ clientId, title: 'Night', planned: { date: '2026-10-25', time: '02:30', zone: 'Europe/Oslo' } }),
  'conflict.post-state posts.setState': async (place) => setState(place, 'handed-over'),
  'validation.note-missing posts.setState': async (place) => setState(place, 'in-review', 'changes-requested'),
  'conflict.post-published posts.removeVariant': async (place) => {
    const variantId = await setState(place, 'scheduled', 'published')
    return place.core.client.posts.removeVariant({ clientId: place.clientId, variantId })
  },
  'conflict.in-use channels.remove': async ({ core, clientId }) => {
    const { id: channelId } = await core.client.channels.create({ clientId, network: 'x' })
    await core.client.posts.create({ clientId, title: 'There', variants: [{ channelId }] })
    return core.client.channels.remove({ clientId, channelId })
  },
  'validation.country calendar.setCountries': ({ core, clientId }) => core.client.calendar.setCountries({ clientId, countries: ['XX'] }),
  'validation.days calendar.background': ({ core, clientId }) => core.client.calendar.background({ clientId, fromDay: '2026-12-24', toDay: '2026-12-01' }),
  'validation.rule calendar.previewRule': ({ core, clientId }) =>
    core.client.calendar.previewRule({ clientId, rule: 'FREQ=SOMETIMES', untilOn: null, startsOn: '2026-10-01', time: '09:00' }),
  'validation.not-planned calendar.repeat': async ({ core, clientId }) => {
    const { id: postId } = await core.client.posts.create({ clientId, title: 'Someday' })
    return core.client.calendar.repeat({ clientId, postId, rule: 'FREQ=DAILY', untilOn: null })
  },
  'not-found.series calendar.endSeries': async ({ core, clientId }) => {
    const { id: postId } = await core.client.posts.create({ clientId, title: 'Once' })
    return core.client.calendar.endSeries({ clientId, postId, scope: 'all' })
  },
  'not-found.date calendar.removeDate': ({ core, clientId }) => core.client.calendar.removeDate({ clientId, dateId: 'nothing' }),
  'not-found.view calendar.removeView': ({ core, clientId }) => core.client.calendar.removeView({ clientId, viewId: 'nothing' }),
  'conflict.no-slots calendar.fillSlots': async ({ core, clientId }) => {
    const { id } = await core.client.posts.create({ clientId, title: 'Nowhere to go' })
    return core.client.calendar.fillSlots({ clientId, ids: [id] })
  },
  'not-found.channel channels.update': ({ core, clientId }) => core.client.channels.update({ clientId, channelId: 'nothing' }),
  'not-found.channel channels.reorder': ({ core, clientId }) => core.client.channels.reorder({ clientId, ids: ['nothing'] }),
  'not-found.pillar channels.setSlots': async ({ core, clientId }) => {
    const { id: channelId } = await core.client.channels.create({ clientId, network: 'x' })
    return core.client.channels.setSlots({ clientId, channelId, slots: [{ weekday: 1, time: '09:00', pillarId: 'nothing' }] })
  },
  'not-found.campaign campaigns.get': ({ core, clientId }) => core.client.campaigns.get({ clientId, campaignId: 'nothing' }),
  'not-found.campaign campaigns.remove': ({ core, clientId }) => core.client.campaigns.remove({ clientId, campaignId: 'nothing' }),
  'validation.field checks.setOverride': ({ core, clientId }) => core.client.checks.setOverride({ clientId, network: 'x', field: 'nonsense', max: 1 }),
  'validation.handle texts.savePerson': ({ core, clientId }) =>
    core.client.texts.savePerson({ clientId, name: 'Ida', handles: [{ network: 'x', handle: 'two words' }] }),
  'not-found.entry texts.removePerson': ({ core, clientId }) => core.client.texts.removePerson({ clientId, entryId: 'nothing' }),
  'not-found.entry texts.saveSnippet': ({ core, clientId }) => core.client.texts.saveSnippet({ clientId, id: 'nothing', name: 'Hours', text: '' }),
  'not-found.entry texts.savePerson': ({ core, clientId }) => core.client.texts.savePerson({ clientId, id: 'nothing', name: 'Ida' }),
  'conflict.name-in-use texts.saveVariable': ({ core, clientId }) => core.client.texts.saveVariable({ clientId, name: 'client', value: '' }),
  'conflict.name-in-use texts.saveSnippet': async ({ core, clientId }) => {
    await core.client.texts.saveSnippet({ clientId, name: 'Hours', text: '' })
    return core.client.texts.saveSnippet({ clientId, name: 'hours', text: '' })
  },
  'not-found.entry channels.removeVoice': ({ core, clientId }) => core.client.channels.removeVoice({ clientId, voiceId: 'nothing' }),
  'not-found.entry campaigns.removeAd': ({ core, clientId }) => core.client.campaigns.removeAd({ clientId, adId: 'nothing' }),
  'conflict.name-in-use campaigns.create': async ({ core, clientId }) => {
    await core.client.campaigns.create({ clientId, name: 'Winter' })
    return core.client.campaigns.create({ clientId, name: 'winter' })
  },
  'conflict.name-in-use channels.saveVoice': async ({ core, clientId }) => {
    const { id: channelId } = await core.client.channels.create({ clientId, network: 'x' })
    await core.client.channels.saveVoice({ clientId, channelId, name: 'Curator' })
    return core.client.channels.saveVoice({ clientId, channelId, name: 'curator' })
  },
  'conflict.client-archived channels.create': async ({ core, clientId }) => {
    await core.client.clients.archive({ clientId })
    return core.client.channels.create({ clientId, network: 'x' })
  },
  'not-found.preset renditions.removePreset': ({ core, clientId }) => core.client.renditions.removePreset({ clientId, presetId: 'nothing' }),
  'not-found.job jobs.get': ({ core, clientId }) => core.client.jobs.get({ clientId, jobId: 'nothing' }),
  'not-found.job renditions.report': ({ core, clientId }) => core.client.renditions.report({ clientId, jobId: 'nothing' }),
  'conflict.job-state jobs.pause': ({ core, clientId, jobId }) => core.client.jobs.pause({ clientId, jobId }),
  'conflict.job-state jobs.resume': ({ core, clientId, jobId }) => core.client.jobs.resume({ clientId, jobId }),
  'conflict.job-state jobs.cancel': ({ core, clientId, jobId }) => core.client.jobs.cancel({ clientId, jobId }),
  'conflict.nothing-to-undo history.undo': async ({ core }) => {
    await core.client.history.undo({})
    return core.client.history.undo({})
  },
  'conflict.nothing-to-redo history.redo': ({ core, clientId }) => core.client.history.redo({ clientId }),
  'conflict.cannot-undo history.undo': async ({ core, clientId, assetId }) => {
    await core.client.assets.trash({ clientId, ids: [assetId] })
    await core.client.assets.emptyTrash({ clientId, confirm: 1 })
    return core.client.history.undo({ clientId })
  },
  'validation.nothing-planned planExport.make': ({ core, clientId }) => core.client.planExport.make({ clientId, fromDay: '2030-01-01', toDay: '2030-01-02', formats: ['csv'] }),
  'validation.permalink handOff.confirm': async (place) =>
    place.core.client.handOff.confirm({ clientId: place.clientId, variantId: await setState(place, 'scheduled'), permalink: 'https://example.org/1' }),
  'validation.published-later handOff.confirm': async (place) =>
    place.core.client.handOff.confirm({ clientId: place.clientId, variantId: await setState(place, 'scheduled'), at: { date: '2099-01-01', time: '09:00' } }),
  'conflict.import-changed imports.commitSchedule': async ({ core, clientId }) => {
    const path = join(core.home, 'plan.csv')
    await writeFile(path, 'Text,Image URL,Tags,Posting Time\nOne,,,2026-12-01 09:00\n')
    return core.client.imports.commitSchedule({ clientId, files: [core.registerPath(path)], expect: { new: 7, changed: 0 } })
  },
  'unsupported.host-capability system.pickFolder': ({ core }) => core.client.system.pickFolder({ purpose: 'export' }),
  'unsupported.host-capability system.reveal': ({ core, clientId, jobId }) => core.client.system.reveal({ clientId, jobId }),
  'unsupported.host-capability system.openExternal': ({ core }) => core.client.system.openExternal({ url: 'https://example.org' }),
  'unsupported.logo clients.setLogo': async ({ core, clientId }) => {
    const path = join(core.home, 'no-picture.png')
    await writeFile(path, 'words')
    return core.client.clients.setLogo({ clientId, fileToken: core.registerPath(path) })
  },
  'validation.template renditions.export': ({ core, clientId, assetId }) =>
    core.client.renditions.export({ clientId, assetIds: [assetId], placementIds: ['ig-feed-4x5'], settings: { ...settings, template: '{nonsense}' } }),
  'validation.placement renditions.export': ({ core, clientId, assetId }) =>
    core.client.renditions.export({ clientId, assetIds: [assetId], placementIds: ['nonsense'], settings }),
  'validation.destination renditions.export': async ({ core, clientId, assetId }) => {
    const path = join(core.home, 'a-file')
    await writeFile(path, '')
    const destination = { kind: 'folder' as const, token: core.registerPath(path) }
    return core.client.renditions.export({ clientId, assetIds: [assetId], placementIds: ['ig-feed-4x5'], settings, destination })
  },
  'conflict.not-a-workspace clients.adopt': async ({ core }) => {
    const path = join(core.home, 'no-workspace')
    await mkdir(path)
    return core.client.clients.adopt({ token: core.registerPath(path) })
  },
  'conflict.client-exists clients.adopt': async ({ core, clientId }) => {
    const path = await tempFolder()
    await cp(join(core.home, 'workspaces', clientId), path, { recursive: true })
    return core.client.clients.adopt({ token: core.registerPath(path) })
  },
  'conflict.client-archived assets.update': async ({ core, clientId, assetId }) => {
    await core.client.clients.archive({ clientId })
    return core.client.assets.update({ clientId, assetId, title: 'x' })
  },
  'conflict.client-archived assets.add': async ({ core, clientId }) => {
    await core.client.clients.archive({ clientId })
    return core.client.assets.add({ clientId, files: ['x'] })
  }
}

describe('declared errors', () => {
  it.each(Object.keys(provocations))('%s', async (name) => {
    const [code, operation] = name.split(' ')
    const declared = all.find((entry) => entry.name === operation)
    expect(declared?.codes).toContain(code)
    await expect(provocations[name]?.(await museum())).rejects.toMatchObject({ code, defined: true })
  })

  it('are each provoked by a test, the disk’s aside, which the tests on small disks provoke', () => {
    const provoked = new Set(Object.keys(provocations).map((name) => name.split(' ')[0]))
    for (const code of ['internal.unexpected', 'validation.input', 'conflict.workspace-locked', 'conflict.newer-workspace', 'corrupt.workspace', 'unavailable.disk', 'not-found.file', 'unsupported.url']) provoked.add(code)
    const declared = new Set(all.flatMap(({ codes }) => codes))
    expect([...declared].filter((code) => !provoked.has(code))).toEqual([])
  })

  it('of a bug are internal, carry a reference, and tell nothing else', async () => {
    const { core, clientId, jobId } = await museum()
    await waitForJob(core, clientId, jobId)
    const broken = await core.services.workspaces.open(clientId)
    await broken.write((tx) => tx.raw('DROP TABLE export_file'))
    await expect(core.client.assets.list({ clientId })).rejects.toMatchObject({ code: 'internal.unexpected', message: 'internal.unexpected', data: { reference: expect.stringMatching(/^.{12}$/) as unknown } })
  })
})
