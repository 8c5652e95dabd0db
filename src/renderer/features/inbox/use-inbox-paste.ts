import { onBeforeUnmount, onMounted } from 'vue'
import { useCapture } from './capture.store'
import { useMessageImport } from './message-import.store'

const isBusy = (target: EventTarget | null): boolean =>
  (target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))) || document.querySelector('[role="dialog"][data-state="open"]') !== null

/** What is pasted into the inbox itself: words and screenshots begin a capture, mails and downloads an import. */
export function useInboxPaste(isAllowed: () => boolean, toImport: () => unknown): void {
  const capture = useCapture()
  const imports = useMessageImport()

  function onPaste(event: ClipboardEvent): void {
    if (!event.clipboardData || isBusy(event.target) || !isAllowed()) return
    const files = [...event.clipboardData.files]
    const pictures = files.filter((file) => file.type.startsWith('image/'))
    const text = event.clipboardData.getData('text/plain')
    if (text === '' && files.length === 0) return
    event.preventDefault()
    if (text === '' && files.length > pictures.length) {
      void imports.take(files)
      toImport()
    } else capture.begin(undefined, { text, files: text === '' ? pictures : [] })
  }

  onMounted(() => document.addEventListener('paste', onPaste))
  onBeforeUnmount(() => document.removeEventListener('paste', onPaste))
}
