const SYSTEM_FILES: ReadonlySet<string> = new Set(['thumbs.db', 'desktop.ini', '.ds_store'])

/** Files that systems leave lying in folders; nobody means to add them. */
export const isSystemFile = (name: string): boolean => name.startsWith('.') || SYSTEM_FILES.has(name.toLowerCase())

const readBatch = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject))

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject))

/** A folder hands out its entries a hundred at a time. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) all.push(...batch)
  return all.toSorted((one, other) => one.name.localeCompare(other.name))
}

/** Which files of a folder are meant; what is named one by one is always meant. */
export type WantedFile = (name: string) => boolean

async function filesWithin(folder: FileSystemDirectoryEntry, wanted: WantedFile): Promise<File[]> {
  const files: File[] = []
  for (const entry of await entriesIn(folder)) {
    if (isSystemFile(entry.name)) continue
    if (entry.isDirectory) files.push(...(await filesWithin(entry as FileSystemDirectoryEntry, wanted)))
    else if (entry.isFile && wanted(entry.name)) files.push(await fileOf(entry as FileSystemFileEntry))
  }
  return files
}

/** Every file of a drop, folders opened. The entries must be asked for before anything is awaited. */
export async function droppedFiles(data: DataTransfer, wanted: WantedFile = () => true): Promise<File[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return [...data.files].filter((file) => !isSystemFile(file.name))
  const files: File[] = []
  for (const entry of entries) {
    if (entry.isDirectory) files.push(...(await filesWithin(entry as FileSystemDirectoryEntry, wanted)))
    else if (!isSystemFile(entry.name)) files.push(await fileOf(entry as FileSystemFileEntry))
  }
  return files
}

/** The files of a folder that was picked, as those of one that was dropped. */
export const filesOfFolder = (files: Iterable<File>, wanted: WantedFile = () => true): File[] =>
  [...files].filter((file) => wanted(file.name) && !file.webkitRelativePath.split('/').some(isSystemFile) && !isSystemFile(file.name))

/** How many things a drag carries, as far as the browser says before the drop. */
export const draggedCount = (data: DataTransfer): number => [...data.items].filter((item) => item.kind === 'file').length

export const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
