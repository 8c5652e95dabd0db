import type { PersonFields, PersonRef } from '@shared/features/people/people.schema'
import { useRouter } from 'vue-router'
import { followJob, mediaUrl, useApi } from '../../api'
import { useClientShell, useNotices, usePreferences } from '../../app'
import { useText } from '../../ui'
import { useWrites } from '../records'
import { addressOf } from './people-words'

/** What can be done with people: one step to undo each, said in the line at the bottom. */
export function usePeopleActions() {
  const { t } = useText()
  const api = useApi()
  const router = useRouter()
  const shell = useClientShell()
  const notices = useNotices()
  const preferences = usePreferences()
  const { failure, readOnly, write } = useWrites()
  const by = (): string => preferences.get('handOff.by', '')

  function open(person: PersonRef): void {
    void router.push({ name: 'person', params: { clientId: shell.currentId ?? '', who: addressOf(person) } })
  }

  /** A card for who wrote; the same card again where there is one. */
  async function createFor({ network, key }: { network: string; key: string }): Promise<string | undefined> {
    return (await write((clientId) => api.people.create({ clientId, from: { network, key } }), t('people.done.created')))?.personId
  }
  async function createEmpty(): Promise<void> {
    const made = await write((clientId) => api.people.create({ clientId, name: t('people.newName') }), t('people.done.created'))
    if (made) open(made)
  }
  const update = (personId: string, change: Partial<PersonFields>) => write((clientId) => api.people.update({ clientId, personId, ...change }))
  const label = (people: PersonRef[], change: { add?: string[]; remove?: string[] }) => write((clientId) => api.people.label({ clientId, people: people.slice(0, 1000), ...change }), t('people.done.labeled', { n: people.length }))

  async function remove(personId: string): Promise<void> {
    if (await write((clientId) => api.people.remove({ clientId, personId }), t('people.done.removed'))) void router.push({ name: 'people', params: { clientId: shell.currentId ?? '' } })
  }

  /** Writes the archive, and offers it when it is there. */
  async function exportPerson(person: PersonRef): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) return
    try {
      const { jobId } = await api.people.export({ clientId, person, by: by() })
      const job = await followJob(clientId, jobId, () => undefined)
      if (job.error) throw Object.assign(new Error(job.error.code), job.error)
      const { url, name } = await api.people.exportReport({ clientId, jobId })
      const href = mediaUrl(url)
      if (href !== undefined) notices.show({ text: t('people.export.done', { name }), action: { label: t('people.export.save'), run: () => save(href, name) } })
    } catch (error) {
      notices.fail(error)
    }
  }
  function save(href: string, name: string): void {
    const link = document.createElement('a')
    Object.assign(link, { href, download: name })
    link.click()
  }

  return { failure, readOnly, write, by, open, createFor, createEmpty, update, label, remove, exportPerson }
}
