import type { BrowserWindow, MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { checksSpelling, spellingItems } from '../../src/main/hosts/electron/spelling'
import { createTranslator } from '../../src/shared/i18n'

const t = createTranslator('en')
const done: string[] = []
const session = { addWordToSpellCheckerDictionary: (word: string) => done.push(`learn ${word}`) }
const window = { webContents: { replaceMisspelling: (word: string) => done.push(`replace ${word}`), session } } as unknown as BrowserWindow
const press = (items: readonly MenuItemConstructorOptions[], label: string): void => {
  const item = items.find((one) => one.label === label)
  ;(item?.click as (() => void) | undefined)?.()
}

describe('a right click on a misspelled word', () => {
  it('offers the words that the system knows, and to learn the one that is there', () => {
    const items = spellingItems(window, { misspelledWord: 'harbr', dictionarySuggestions: ['harbor', 'harder'] }, t)
    expect(items.map(({ label, type }) => label ?? type)).toEqual(['harbor', 'harder', 'Add “harbr” to the dictionary', 'separator'])
    press(items, 'harbor')
    press(items, 'Add “harbr” to the dictionary')
    expect(done).toEqual(['replace harbor', 'learn harbr'])
  })

  it('says that there is none, and nothing of words that are known', () => {
    expect(spellingItems(window, { misspelledWord: 'xqz' }, t)[0]).toMatchObject({ label: 'No suggestions', enabled: false })
    expect(spellingItems(window, { misspelledWord: '' }, t)).toEqual([])
  })

  it('is there where the system checks spelling offline, and nowhere else', () => {
    expect([checksSpelling('darwin'), checksSpelling('win32'), checksSpelling('linux')]).toEqual([true, false, false])
  })
})
