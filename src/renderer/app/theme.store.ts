import { defineStore } from 'pinia'
import { computed, watchEffect } from 'vue'
import { usePreferences } from './preferences.store'

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

/** The chosen theme. `system` leaves `data-theme` away, and the style sheet follows the system by itself. */
export const useTheme = defineStore('theme', () => {
  const preferences = usePreferences()
  const choice = computed<ThemeChoice>({
    get: () => themeChoices.find((name) => name === preferences.get<string>('theme', '')) ?? 'system',
    set: (next) => preferences.set('theme', next)
  })

  /** Keeps the page in the chosen theme from now on. */
  function follow(page: HTMLElement = document.documentElement): void {
    watchEffect(() => {
      if (choice.value === 'system') delete page.dataset.theme
      else page.dataset.theme = choice.value
    })
  }

  return { choice, follow }
})
