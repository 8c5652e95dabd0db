import type { AppInputs } from '@shared/contract'
import { useRouter } from 'vue-router'
import { useApi } from '../../api'
import { useText, type MessageKey } from '../../ui'
import { useWriting } from '../calendar'
import { useClientData } from '../records'
import { useAuthor } from './use-author'

const TABLES = ['incident', 'incident_entry', 'incident_freeze', 'frozen_variant', 'care_evidence', 'variant', 'post', 'learning']
type Inputs = AppInputs['incidents']
type Of<Name extends keyof Inputs> = Omit<Inputs[Name], 'clientId' | 'incidentId'>

/** One incident, kept current, and what a person does with it. Each step can be undone. */
export function useIncident(clientId: () => string, incidentId: () => string) {
  const api = useApi()
  const router = useRouter()
  const { t } = useText()
  const { say, attempt } = useWriting()
  const author = useAuthor()
  const { data, failure, reload } = useClientData(TABLES, (client) => api.incidents.get({ clientId: client, incidentId: incidentId() }), incidentId)
  const one = () => ({ clientId: clientId(), incidentId: incidentId() })

  async function run(write: () => Promise<unknown>, said?: MessageKey): Promise<boolean> {
    const done = (await attempt(write)) !== undefined
    if (done && said) say(t(said))
    if (done) await reload()
    return done
  }
  const by = () => author.value

  return {
    data, failure, reload, author,
    rename: (title: string) => run(() => api.incidents.update({ ...one(), title })),
    describe: (summary: string) => run(() => api.incidents.update({ ...one(), summary })),
    setLevel: (level: number, reason: string) => run(() => api.incidents.setLevel({ ...one(), level, reason, author: by() }), 'crisis.done.level'),
    calm: () => run(() => api.incidents.calm({ ...one(), author: by() }), 'crisis.done.calm'),
    reopen: () => run(() => api.incidents.reopen({ ...one(), author: by() }), 'crisis.done.reopened'),
    close: (review: Of<'saveReview'>['review']) => run(() => api.incidents.close({ ...one(), review, author: by() }), 'crisis.done.closed'),
    saveReview: (review: Of<'saveReview'>['review']) => run(() => api.incidents.saveReview({ ...one(), review })),
    writeLearning: () => run(() => api.incidents.writeLearning(one()), 'crisis.done.learning'),
    addEntry: (entry: Of<'addEntry'>) => run(() => api.incidents.addEntry({ ...one(), ...entry, author: by() })),
    updateEntry: (entryId: string, text: string) => run(() => api.incidents.updateEntry({ clientId: clientId(), entryId, text })),
    removeEntry: (entryId: string) => run(() => api.incidents.removeEntry({ clientId: clientId(), entryId }), 'crisis.done.entryRemoved'),
    addEvidence: (evidence: Of<'addEvidence'>) => run(() => api.incidents.addEvidence({ ...one(), ...evidence, by: by() }), 'crisis.done.evidence'),
    async print(): Promise<void> {
      const started = await attempt(() => api.incidents.print({ ...one(), formats: ['pdf', 'txt'] }))
      if (started) await router.push({ name: 'incident', params: one(), query: { log: started.jobId } })
    }
  }
}
export type IncidentDesk = ReturnType<typeof useIncident>
