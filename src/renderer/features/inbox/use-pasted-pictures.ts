import { onScopeDispose, ref } from 'vue'
import { useClientShell, useNotices } from '../../app'
import { useWriting } from '../calendar'
import { takeFiles } from '../posts'

export type PastedPictures = ReturnType<typeof usePastedPictures>

/** Screenshots that are pasted or picked into a form; they go into the client's library once the form is sent. */
export function usePastedPictures() {
  const shell = useClientShell()
  const notices = useNotices()
  const { attempt } = useWriting()
  const pictures = ref<{ file: File; url: string }[]>([])

  function add(files: readonly File[]): boolean {
    const images = files.filter((file) => file.type.startsWith('image/'))
    pictures.value.push(...images.map((file) => ({ file, url: URL.createObjectURL(file) })))
    return images.length > 0
  }
  /** Where the clipboard holds words as well, as from a spreadsheet, the words are meant. */
  function paste(event: ClipboardEvent): void {
    if (event.clipboardData?.getData('text/plain')) return
    if (add([...(event.clipboardData?.files ?? [])])) event.preventDefault()
  }
  function drop(index: number): void {
    const [gone] = pictures.value.splice(index, 1)
    if (gone) URL.revokeObjectURL(gone.url)
  }
  function clear(): void {
    while (pictures.value.length > 0) drop(0)
  }

  /** @returns the assets they are now, or undefined where that failed and was said */
  async function store(): Promise<string[] | undefined> {
    if (pictures.value.length === 0) return []
    const taken = await attempt(() => takeFiles(shell.currentId ?? '', pictures.value.map(({ file }) => file)))
    if (taken?.refused[0]) notices.fail(taken.refused[0].error)
    return taken?.refused.length ? undefined : taken?.assetIds
  }

  onScopeDispose(clear)
  return { pictures, add, paste, drop, clear, store }
}
