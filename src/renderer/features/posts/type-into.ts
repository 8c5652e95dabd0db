/**
 * Puts text into a field as if it had been typed, so that the field's own undo takes it back. `from` and `to` are UTF-16 units.
 */
export function typeInto(field: HTMLTextAreaElement | HTMLInputElement, text: string, from: number, to: number): void {
  field.focus()
  field.setSelectionRange(from, to)
  // The one way to write into a field that keeps its undo; where it is missing the text comes in all the same.
  if (document.execCommand?.('insertText', false, text)) return
  field.setRangeText(text, from, to, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
