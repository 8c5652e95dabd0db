import { nativeTheme } from 'electron'
import { z } from 'zod'
import type { Core } from '../../core'

const themeChoice = z.enum(['system', 'light', 'dark']).catch('system')

async function takeOver(core: Core): Promise<void> {
  const { settings } = await core.client.settings.all()
  nativeTheme.themeSource = themeChoice.parse(settings.theme)
}

/** Gives title bar, menus and dialogs the theme that the person chose in the settings, now and whenever it changes. */
export async function followTheme(core: Core): Promise<void> {
  core.subscribe((event) => {
    if (event.type === 'settings.changed' && event.key === 'theme') takeOver(core).catch(() => undefined)
  })
  await takeOver(core)
}
