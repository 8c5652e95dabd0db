/** The parts of a key press that decide which shortcut it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** A key press written as shortcuts are: `mod+shift+z`, `g`, `?`, `delete`. */
export function pressName(press: KeyPress, apple: boolean): string {
  const digit = /^Digit(\d)$/.exec(press.code)?.[1]
  // With Alt some keyboards write signs in the place of digits.
  const modified = press.ctrlKey || press.metaKey || press.altKey
  const key = modified && digit !== undefined ? digit : press.key === ' ' ? 'space' : press.key.toLowerCase()
  // A sign such as `?` has its Shift in itself already.
  const isSign = key.length === 1 && !/[\p{L}\d]/u.test(key)
  const parts = [
    (apple ? press.metaKey : press.ctrlKey) && 'mod',
    (apple ? press.ctrlKey : press.metaKey) && 'ctrl',
    press.altKey && 'alt',
    press.shiftKey && !isSign && 'shift',
    key
  ]
  return parts.filter((part): part is string => typeof part === 'string').join('+')
}

/** Keys that belong to a text field while it has the focus, although they carry a modifier. */
const fieldKeys = new Set(['mod+z', 'mod+shift+z', 'mod+y', 'mod+a', 'mod+c', 'mod+v', 'mod+x', 'mod+backspace', 'mod+delete'])

/** True when the press must be left to the text field it was made in. */
export function belongsToField(name: string): boolean {
  const hasModifier = /(?:^|\+)(?:mod|ctrl|alt)\+/.test(name)
  const isFunctionKey = /^(?:shift\+)?f\d+$/.test(name)
  return name !== 'escape' && ((!hasModifier && !isFunctionKey) || fieldKeys.has(name))
}

/** True for elements that text is typed into. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  const wordless = new Set(['checkbox', 'radio', 'range', 'button', 'submit', 'color', 'file'])
  return target instanceof HTMLInputElement && !wordless.has(target.type)
}

/** True while a dialog, popover or menu is open, which then has the keys for itself. */
export function isOverlayOpen(page: ParentNode = document): boolean {
  return page.querySelector('[role="dialog"][data-state="open"], [role="menu"][data-state="open"]') !== null
}
