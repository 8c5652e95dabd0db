import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PersonRef } from '../../../../shared/features/people/people.schema'
import { runHidden } from '../../db/hidden-step'
import type { JobContext, JobItemRow, JobKindDefinition, SettleItem } from '../../jobs/jobs.types'
import { putFile } from '../hand-off'
import { checkDestination, defaultFolder, partName } from '../renditions'
import { insertErasure } from './erasures.repository'
import { writePersonArchive } from './person-archive'
import { readPersonData, type PersonData } from './person-data.queries'
import { asExportInput, type PersonExportInput } from './person-export.service'
import { resolvePerson } from './resolve-person'

interface Request {
  person: PersonRef
  by: string
  destination: { kind: 'default' } | { kind: 'folder'; token: string }
}

const countsOf = ({ messages, notes, pictures, card }: PersonData): Record<string, number> => ({
  messages: messages.filter(({ direction }) => direction === 'in').length, answers: messages.filter(({ direction }) => direction === 'out').length, notes: notes.length, pictures: pictures.length, outreach: card.outreach.length
})

async function writeItem(context: JobContext, row: JobItemRow, signal: AbortSignal, settle: SettleItem): Promise<void> {
  const { core, workspace, job } = context
  const { folder, person, client, by } = asExportInput(job.input)
  const part = join(folder, partName(row.id, row.attempts))
  try {
    const data = await readPersonData(workspace.reader, await resolvePerson(workspace.reader, person))
    const made = await writePersonArchive(part, data, { client, folders: workspace.folders, now: core.now() }, signal)
    // The name of the file is in lists of files for as long as the workspace lives: it says of nobody whose it is.
    const { written, store } = await putFile(context, folder, { folder, name: row.label, part, ...made, role: `person:${job.id}`, itemId: row.id })
    await settle(row.id, { state: 'done', result: { path: written.path, name: written.name, bytes: written.bytes } }, store)
    await runHidden(workspace, 'people.export', core.now(), (tx) => insertErasure(tx, { id: core.newId(), kind: 'export', reason: '', counts: countsOf(data), doneBy: by, at: core.now() }))
  } finally {
    await rm(part, { force: true })
  }
}

/** Everything of a person as one archive. */
export const exportPersonJob: JobKindDefinition = {
  kind: 'people.export',
  async plan(core, workspace, input) {
    const { person, by, destination } = input as unknown as Request
    await resolvePerson(workspace.reader, person)
    const profile = await workspace.profile()
    const wanted = destination.kind === 'folder' ? core.tokens.resolve(destination.token).path : defaultFolder(core.home.exports, profile)
    const stored: PersonExportInput = {
      folder: await checkDestination(wanted, core.home, workspace.folders.root, core.newId()), person, by, client: { name: profile.name, zone: profile.zone, language: profile.languages[0] ?? 'en' }
    }
    const key = createHash('sha256').update(JSON.stringify(person)).digest('hex')
    return { title: {}, items: [{ key, group: 'archive', label: `person_${core.now().slice(0, 10)}.zip`, payload: {} }], stored: { ...stored } }
  },
  async runGroup(context, items, signal, settle) {
    for (const item of items) {
      signal.throwIfAborted()
      await writeItem(context, item, signal, settle)
    }
  },
  async recover({ job }, rows) {
    const { folder } = asExportInput(job.input)
    for (const row of rows) for (let attempt = 0; attempt <= row.attempts; attempt += 1) await rm(join(folder, partName(row.id, attempt)), { force: true })
  },
  parallel: 1
}
