import { mount, type ComponentMountingOptions, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { nextTick, type Component } from 'vue'
import { createMemoryHistory, type Router } from 'vue-router'
import { createPageI18n } from '../../src/renderer/app/i18n'
import { createAppRouter } from '../../src/renderer/app/router'
import type { FeatureDoor } from '../../src/renderer/app'

export interface Stage {
  wrapper: VueWrapper
  pinia: Pinia
  router: Router
}

/** A fresh store for a test that mounts later or not at all. */
export function freshPinia(): Pinia {
  const pinia = createPinia()
  setActivePinia(pinia)
  return pinia
}

/** Shows a component in the page as the app would: translated, with stores and a router, attached to the document. */
export async function stage(
  component: Component,
  options: ComponentMountingOptions<Record<string, unknown>> & { pinia?: Pinia; doors?: readonly FeatureDoor[]; path?: string } = {}
): Promise<Stage> {
  const { pinia = freshPinia(), doors = [], path = '/', ...rest } = options
  const router = createAppRouter(doors, createMemoryHistory())
  await router.push(path)
  const wrapper = mount(component, { attachTo: document.body, global: { plugins: [pinia, createPageI18n(), router] }, ...rest })
  await nextTick()
  return { wrapper, pinia, router }
}

/** Presses a key where the focus is, as a keyboard does. */
export async function press(key: string, modifiers: Partial<KeyboardEventInit> = {}): Promise<KeyboardEvent> {
  const target = document.activeElement ?? document.body
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers })
  target.dispatchEvent(event)
  await nextTick()
  await nextTick()
  return event
}

/** The text people see in the whole page, floating parts included. */
export const pageText = (): string => document.body.textContent ?? ''
