import { onScopeDispose } from 'vue'

/** A title that stands there only for as long as the words do not fit. */
const OURS = 'data-cut'
const LINES = '.truncate, [class*="line-clamp-"], input[type="text"], input[type="url"], input[type="email"]'

const wordsOf = (element: HTMLElement): string => (element instanceof HTMLInputElement ? element.value : (element.textContent ?? '').replace(/\s+/g, ' ').trim())
function isCut(element: HTMLElement): boolean {
  const isOneLine = element instanceof HTMLInputElement || element.classList.contains('truncate')
  return isOneLine ? element.scrollWidth > element.clientWidth : element.scrollHeight > element.clientHeight + 1
}

function tell(event: Event): void {
  if (!(event.target instanceof Element)) return
  const line = event.target.closest<HTMLElement>(LINES)
  if (!line) return
  // What says more by itself keeps its say.
  if (line.closest(`[title]:not([${OURS}])`)) return
  const words = wordsOf(line)
  if (isCut(line) && words !== '') {
    line.title = words
    line.setAttribute(OURS, '')
  } else if (line.hasAttribute(OURS)) {
    line.removeAttribute('title')
    line.removeAttribute(OURS)
  }
}

/** Words that are cut for want of room are told whole by whatever they stand in, once it is pointed at. */
export function useCutWords(): void {
  document.addEventListener('mouseover', tell)
  onScopeDispose(() => document.removeEventListener('mouseover', tell))
}
