import type { InjectionKey, ShallowRef } from 'vue'

/** Where in the header of the page the open tab puts its primary action. */
export const headerActionsKey: InjectionKey<Readonly<ShallowRef<HTMLElement | null>>> = Symbol('texts.header-actions')
