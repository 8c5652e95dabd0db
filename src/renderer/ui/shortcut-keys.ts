/**
 * Shortcuts are written `mod+k`, `mod+shift+z`, `g a` (one key after the other), `?`, `delete`.
 * `mod` is Cmd on a Mac and Ctrl elsewhere.
 */
const macSymbols: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥', ctrl: '⌃' }
const plainSymbols: Readonly<Record<string, string>> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', ctrl: 'Ctrl' }
const sharedSymbols: Readonly<Record<string, string>> = {
  enter: 'Enter',
  escape: 'Esc',
  delete: 'Del',
  backspace: '⌫',
  space: 'Space',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→'
}

/** True on the systems whose main modifier is Cmd. */
export function isApple(platform: string = globalThis.navigator?.platform ?? ''): boolean {
  return /mac|iphone|ipad/i.test(platform)
}

/** The caps of a shortcut as shown to people: one list of caps for each step of a sequence. */
export function shortcutCaps(shortcut: string, apple: boolean = isApple()): string[][] {
  const symbols = apple ? macSymbols : plainSymbols
  return shortcut
    .split(' ')
    .map((step) => step.split('+').map((key) => symbols[key] ?? sharedSymbols[key] ?? capOf(key)))
}

function capOf(key: string): string {
  return key.length === 1 || /^f\d+$/.test(key) ? key.toUpperCase() : key
}

/** A shortcut for `aria-keyshortcuts`, which knows no sequences: those give nothing. */
export function ariaShortcut(shortcut: string | undefined, apple: boolean = isApple()): string | undefined {
  if (shortcut === undefined || shortcut.includes(' ')) return undefined
  return shortcut
    .split('+')
    .map((key) => (key === 'mod' ? (apple ? 'Meta' : 'Control') : key.charAt(0).toUpperCase() + key.slice(1)))
    .join('+')
}
