import type { ClientSummary, RemovedClient } from '@shared/features/clients/clients.contract'
import type { AppInputs, AppOutputs } from '@shared/contract'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { useApi, uploadFile } from '../../api'
import { useSaveState } from '../../app'

export type FoundFolders = AppOutputs['clients']['findFolders']
export type NewClient = AppInputs['clients']['create']
export type ClientChange = Omit<AppInputs['clients']['update'], 'clientId'>

/** The list of clients and what can be done to one. */
export const useClients = defineStore('clients', () => {
  const api = useApi()
  const { track } = useSaveState()
  const clients = shallowRef<ClientSummary[]>([])
  const removed = shallowRef<RemovedClient[]>([])
  const found = shallowRef<FoundFolders>({ folder: '', found: [] })
  const loaded = ref(false)
  /** The client whose profile was changed last: on the page of all clients, undo means that one. */
  const lastChangedId = ref<string>()
  /** The form that is open: for a new client, for one that exists, or none. */
  const form = ref<{ clientId: string | undefined }>()
  const makingDemo = ref(false)
  /** Why the demo client could not be made, for the page of all clients. */
  const demoFailure = shallowRef<unknown>()

  async function load(): Promise<void> {
    const [list, gone] = await Promise.all([api.clients.list({ includeArchived: true }), api.clients.listRemoved({})])
    clients.value = list.clients
    removed.value = gone.clients
    loaded.value = true
  }

  async function lookForFolders(): Promise<void> {
    found.value = await api.clients.findFolders({})
  }

  async function change<T>(write: Promise<T>): Promise<T> {
    const result = await track(write)
    await load()
    return result
  }

  function changeProfile<T>(clientId: string, write: Promise<T>): Promise<T> {
    lastChangedId.value = clientId
    return change(write)
  }

  /** Makes the demo client; undefined where that failed or is going on already. */
  async function addDemo(): Promise<ClientSummary | undefined> {
    if (makingDemo.value) return undefined
    makingDemo.value = true
    demoFailure.value = undefined
    try {
      return (await change(api.clients.addDemo({}))).client
    } catch (error) {
      demoFailure.value = error
      return undefined
    } finally {
      makingDemo.value = false
    }
  }

  async function setLogo(clientId: string, file: File | null): Promise<void> {
    await changeProfile(clientId, api.clients.setLogo({ clientId, fileToken: file ? await uploadFile(file) : null }))
  }

  return {
    clients,
    removed,
    found,
    loaded,
    lastChangedId,
    form,
    load,
    lookForFolders,
    open: (clientId: string) => api.clients.open({ clientId }),
    makingDemo,
    demoFailure,
    addDemo,
    create: (input: NewClient) => change(api.clients.create(input)),
    update: (clientId: string, input: ClientChange) => changeProfile(clientId, api.clients.update({ clientId, ...input })),
    setLogo,
    pin: (clientId: string, pinned: boolean) => change(api.clients.pin({ clientId, pinned })),
    archive: (clientId: string) => changeProfile(clientId, api.clients.archive({ clientId })),
    restore: (clientId: string) => changeProfile(clientId, api.clients.restore({ clientId })),
    remove: (clientId: string, confirmName: string) => change(api.clients.remove({ clientId, confirmName })),
    recover: (clientId: string) => change(api.clients.recover({ clientId })),
    adopt: (token: string) => change(api.clients.adopt({ token }))
  }
})
