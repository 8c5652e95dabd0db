import { describe, expect, it } from 'vitest'
import { droppedFiles, filesOfFolder } from '../../src/renderer/ui/dropped-files'

interface Folder {
  [name: string]: string | Folder
}

const asEntry = (name: string, inside: string | Folder): FileSystemEntry =>
  (typeof inside === 'string'
    ? { name, isFile: true, isDirectory: false, file: (found: (file: File) => void) => found(new File([inside], name)) }
    : { name, isFile: false, isDirectory: true, createReader: () => readerOf(inside) }) as unknown as FileSystemEntry

/** Hands out two entries at a time, as browsers hand out a hundred. */
function readerOf(folder: Folder): { readEntries(found: (entries: FileSystemEntry[]) => void): void } {
  const left = Object.entries(folder).map(([name, inside]) => asEntry(name, inside))
  return { readEntries: (found) => found(left.splice(0, 2)) }
}

const drop = (dropped: Folder): DataTransfer =>
  ({ items: Object.entries(dropped).map(([name, inside]) => ({ kind: 'file', webkitGetAsEntry: () => asEntry(name, inside) })), files: [] }) as unknown as DataTransfer

const isTable = (name: string): boolean => name.endsWith('.csv')
const names = (files: File[]): string[] => files.map(({ name }) => name)

describe('what is dropped', () => {
  it('holds every file of a folder and of the folders within, in the order of their names', async () => {
    const exported = { 'b.csv': '', 'a.csv': '', '2026': { 'd.csv': '', 'c.csv': '', 'e.csv': '' } }
    expect(names(await droppedFiles(drop({ exported })))).toEqual(['c.csv', 'd.csv', 'e.csv', 'a.csv', 'b.csv'])
  })

  it('leaves out what systems put into folders, and what of a folder is not meant', async () => {
    const exported = { '.DS_Store': '', 'Thumbs.db': '', 'cover.png': '', 'posts.csv': '', '.git': { 'x.csv': '' } }
    expect(names(await droppedFiles(drop({ exported }), isTable))).toEqual(['posts.csv'])
  })

  it('keeps a file that was dropped by itself, whatever it is, so that it can be said why it is refused', async () => {
    expect(names(await droppedFiles(drop({ 'cover.png': '', 'posts.csv': '' }), isTable))).toEqual(['cover.png', 'posts.csv'])
  })

  it('is the same as what a picked folder holds', () => {
    const picked = ['exported/posts.csv', 'exported/.git/x.csv', 'exported/cover.png', 'exported/.DS_Store'].map((path) => {
      const file = new File([''], path.split('/').at(-1) ?? '')
      return Object.defineProperty(file, 'webkitRelativePath', { value: path })
    })
    expect(names(filesOfFolder(picked, isTable))).toEqual(['posts.csv'])
  })
})
