import { reactive } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../../src/shared/errors/app-error'
import { defineFeature, useClientShell, useCommands, useNotices } from '../../src/renderer/app'
import { CsvButton, linesOf, linesOfPages } from '../../src/renderer/features/records'
import { client, screen } from './app-stage'
import { freshPinia, stage } from './ui-support'

const door = defineFeature({ id: 'people', routes: [{ path: '/', name: 'clients', component: screen('Clients') }, { path: '/clients/:clientId/people', name: 'people', component: screen('People') }] })
const settle = () => new Promise((wake) => setTimeout(wake, 20))

/** Files that the page hands to the person, by name. */
function watchFiles(): { name: string; content: Blob }[] {
  const files: { name: string; content: Blob }[] = []
  let last: Blob | undefined
  vi.spyOn(URL, 'createObjectURL').mockImplementation((content) => ((last = content as Blob), 'blob:file'))
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (last) files.push({ name: this.download, content: last })
  })
  return files
}

async function show(lines: (clientId: string) => Promise<readonly (readonly string[])[]>) {
  const pinia = freshPinia()
  useClientShell(pinia).provide(reactive({ clients: [client('a', 'North Gallery')], loaded: true, open: async () => undefined, create: () => undefined, showAll: () => undefined }))
  return stage(CsvButton, { pinia, doors: [door], path: '/clients/a/people', props: { name: 'People', group: 'people.title', lines } })
}

afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

describe('a list as a file', () => {
  it('holds all of its pages, in their order, under names of columns', async () => {
    const all = Array.from({ length: 2_300 }, (_, index) => ({ name: `Person ${index}`, messages: index }))
    const lines = await linesOfPages<(typeof all)[number]>({ name: ({ name }) => name, messages: ({ messages }) => messages }, async ({ offset, limit }) => ({ total: all.length, rows: all.slice(offset, offset + limit) }))
    expect(lines).toHaveLength(2_301)
    expect([lines[0], lines[1], lines.at(-1)]).toEqual([['name', 'messages'], ['Person 0', 0], ['Person 2299', 2299]])
  })

  it('is named after the client and the list, and what a spreadsheet would reckon is text', async () => {
    const files = watchFiles()
    const { wrapper } = await show(async () => linesOf({ name: (name: string) => name }, ['=1+1', 'Ørsted, "Å"']) as string[][])
    await wrapper.get('button').trigger('click')
    await settle()
    expect(files.map(({ name }) => name)).toEqual(['north-gallery-people.csv'])
    expect(await files[0]?.content.text()).toBe('\uFEFFname\r\n\'=1+1\r\n"Ørsted, ""Å"""\r\n')
  })

  it('is saved by a command too, and says why where it cannot be read', async () => {
    const files = watchFiles()
    await show(() => Promise.reject(new AppError('not-found.client', {})))
    useCommands().run('records.csv')
    await settle()
    expect(files).toEqual([])
    expect(useNotices().failure).toMatchObject({ code: 'not-found.client' })
  })
})
