import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Translator } from '../../../shared/i18n'
import { spellingItems } from './spelling'

/** Cut, copy, paste and what the system knows of a misspelled word, by right click in text. Where the page shows a menu of its own, this is not asked. */
export function offerTextMenu(window: BrowserWindow, text: Translator): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags, misspelledWord, dictionarySuggestions }) => {
    const items: MenuItemConstructorOptions[] = isEditable
      ? [
          ...spellingItems(window, { misspelledWord, dictionarySuggestions }, text),
          { role: 'cut', label: text('menu.cut'), enabled: editFlags.canCut },
          { role: 'copy', label: text('menu.copy'), enabled: editFlags.canCopy },
          { role: 'paste', label: text('menu.paste'), enabled: editFlags.canPaste },
          { role: 'selectAll', label: text('menu.selectAll') }
        ]
      : [{ role: 'copy', label: text('menu.copy') }]
    if (isEditable || selectionText !== '') Menu.buildFromTemplate(items).popup({ window })
  })
}
