import type { BrowserWindow, MenuItemConstructorOptions } from 'electron'
import type { Translator } from '../../../shared/i18n'

/**
 * macOS checks spelling itself, offline and in the language that is written. Elsewhere dictionaries would be fetched from afar,
 * which nothing here may do: there it is off.
 */
export const checksSpelling = (platform: NodeJS.Platform = process.platform): boolean => platform === 'darwin'

interface Misspelled {
  misspelledWord?: string
  dictionarySuggestions?: readonly string[]
}

/** What the system offers for a word that it does not know; nothing where it knows it. */
export function spellingItems({ webContents }: BrowserWindow, { misspelledWord = '', dictionarySuggestions = [] }: Misspelled, text: Translator): MenuItemConstructorOptions[] {
  if (misspelledWord === '') return []
  const offered: MenuItemConstructorOptions[] = dictionarySuggestions.slice(0, 5).map((word) => ({ label: word, click: () => webContents.replaceMisspelling(word) }))
  return [
    ...(offered.length > 0 ? offered : [{ label: text('menu.noSuggestions'), enabled: false }]),
    { label: text('menu.learnWord', { word: misspelledWord }), click: () => void webContents.session.addWordToSpellCheckerDictionary(misspelledWord) },
    { type: 'separator' }
  ]
}
