import { compile, createCoreContext, registerMessageCompiler, resolveWithKeyValue, translate, type CoreOptions } from '@intlify/core-base'
import { en } from './en/index'

// vue-i18n brings a compiler of its own; the core library alone has none until it is told.
registerMessageCompiler(compile)

/** Every catalog by language. English is complete by definition; others fall back to it. */
export const messages = { en } as const

export type Language = keyof typeof messages
export type MessageKey = keyof typeof en
export type MessageValues = Readonly<Record<string, string | number | undefined>>

/**
 * Turns a key into a sentence. When `values.n` is a number, it also picks the plural form
 * (`'{n} file | {n} files'`), so a count is passed once.
 */
export type Translator = (key: MessageKey, values?: MessageValues) => string

/** Keys are checked by `MessageKey`; the library's own inference over the whole catalog is switched off. */
type Catalogs = Record<never, never>

/** The language of a locale tag, or English when there is no catalog for it. */
export function languageOf(locale: string): Language {
  const language = locale.toLowerCase().split('-')[0] ?? ''
  return language in messages ? (language as Language) : 'en'
}

/** True when a key that was put together at run time has a sentence. */
export function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}

/** A translator for hosts without a page: command line, core, PDF. */
export function createTranslator(locale: string): Translator {
  const context = createCoreContext<string, CoreOptions, Catalogs, Catalogs, Catalogs, string>({
    locale: languageOf(locale),
    fallbackLocale: 'en',
    messages,
    messageResolver: resolveWithKeyValue,
    missingWarn: false,
    fallbackWarn: false
  })
  return (key, values = {}) => {
    const count = values.n
    const sentence = translate(context, key, values, typeof count === 'number' ? { plural: count } : {})
    return typeof sentence === 'string' ? sentence : key
  }
}

export { createFormats, type Formats } from './formats'
export { localeOf, type LocaleSource } from './locale-of'
