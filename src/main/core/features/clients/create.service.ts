import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { channelCatalog } from '../../../../shared/channels/catalog'
import { textLimitSnapshot } from '../../../../shared/checks'
import type { AppInputs } from '../../../../shared/contract'
import type { CallContext } from '../../context'
import { sealStep } from '../../db/steps'
import { insertEntry, noteOpened, putProfileCopy } from '../../workspaces/catalog'
import { openWorkspace } from '../../workspaces/open-workspace'
import { insertProfile } from '../../workspaces/profile.repository'
import type { ClientProfile } from '../../workspaces/workspaces.types'
import { putWorkspaceSetting } from '../workspace-settings'
import { assertNameFree, assertZone, nextColor } from './profile-rules'

/**
 * Makes the workspace first and the entry in the list last, so that a kill in between leaves a folder and no client.
 * @returns the new client's id
 */
export async function createClient(context: CallContext, input: AppInputs['clients']['create']): Promise<string> {
  const { core } = context
  const zone = input.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  assertZone(zone)
  await assertNameFree(core.catalog.reader, input.name)
  const profile: ClientProfile = {
    id: core.newId(),
    name: input.name.trim().normalize('NFC'),
    color: (input.color ?? (await nextColor(core.catalog.reader))).toLowerCase(),
    zone,
    languages: input.languages ?? ['en'],
    weekStart: input.weekStart ?? 'monday',
    logoFile: null,
    archivedAt: null,
    createdAt: core.now()
  }
  const root = join(core.home.workspaces, profile.id)
  const { hostName } = core.options
  const open = { id: profile.id, root, name: profile.name, exists: false, holder: hostName, now: core.now, emit: core.emit }
  const workspace = await openWorkspace(open)
  try {
    await workspace.command('clients.create', async (tx) => {
      await insertProfile(tx, profile)
      // From the first day on it can be told which rules of networks changed.
      await putWorkspaceSetting(tx, 'checks.rulePack', textLimitSnapshot(channelCatalog))
    })
    await workspace.write((tx) => sealStep(tx, 'clients.create'))
    await core.catalog.command(
      'clients.create',
      async (tx) => {
        // Asked again here, where nobody else can take the name in between.
        await assertNameFree(tx, input.name)
        await insertEntry(tx, profile.id, core.now())
        await putProfileCopy(tx, profile)
        await noteOpened(tx, profile.id, core.now())
      },
      { name: profile.name }
    )
  } catch (error) {
    await workspace.close()
    await rm(root, { recursive: true, force: true })
    throw error
  }
  core.workspaces.adoptOpened(workspace)
  core.emit({ type: 'clients.changed' })
  return profile.id
}
