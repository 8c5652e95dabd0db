import { onScopeDispose } from 'vue'

/** A title that stands there only for as long as the words do not fit. */
const OURS = 'data-cut'
const LINES = '.truncate, [class*="line-clamp-"]'

const isCut = (element: HTMLElement): boolean => element.scrollWidth > element.clientWidth || (!element.classList.contains('truncate') && element.scrollHeight > element.clientHeight + 1)

function tell(event: Event): void {
  if (!(event.target instanceof Element)) return
  const line = event.target.closest<HTMLElement>(LINES)
  if (!line) return
  // What says more by itself keeps its say.
  if (line.closest(`[title]:not([${OURS}])`)) return
  const words = line.textContent?.replace(/\s+/g, ' ').trim() ?? ''
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
