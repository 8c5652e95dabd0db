import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import { createTranslator, type Translator } from '../../../../shared/i18n'
import type { PlanInput } from './plan-job'

/** Two letters a network, where a line has no room for its name; the page explains them. */
export const networkLetters: Readonly<Record<NetworkId, string>> = {
  facebook: 'FB', instagram: 'IG', x: 'X', linkedin: 'LI', tiktok: 'TT', youtube: 'YT', snapchat: 'SC', pinterest: 'PI', threads: 'TH',
  bluesky: 'BS', mastodon: 'MA', 'google-business': 'GB', whatsapp: 'WA'
}

/** Words and dates of a page, by the language of the client. Days are dates without a zone. */
export interface PdfWords {
  t: Translator
  language: string
  /** "November 2026" */
  month(day: string): string
  /** "Monday 23 November 2026" */
  longDay(day: string): string
  /** "Mon" */
  weekday(day: string): string
  /** "23 Nov" */
  shortDay(day: string): string
}

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** A language that this machine does not know falls back to English. */
function localeOf(language: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([language])[0] ?? 'en-GB'
  } catch {
    return 'en-GB'
  }
}

export function pdfWords({ client }: Pick<PlanInput, 'client'>): PdfWords {
  const locale = localeOf(client.language)
  const format = (options: Intl.DateTimeFormatOptions) => {
    const dates = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (day: string) => dates.format(utc(day))
  }
  return {
    t: createTranslator(locale),
    language: locale.split('-')[0] ?? 'en',
    month: format({ month: 'long', year: 'numeric' }),
    longDay: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: format({ weekday: 'short' }),
    shortDay: format({ day: 'numeric', month: 'short' })
  }
}
