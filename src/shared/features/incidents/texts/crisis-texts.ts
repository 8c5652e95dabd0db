import type { ReportLanguage } from '../../reports/reports.schema'
import { crisisTextsEn } from './crisis-texts-en'
import { crisisTextsIt } from './crisis-texts-it'
import { crisisTextsNb } from './crisis-texts-nb'
import { crisisTextsNl } from './crisis-texts-nl'

/** What a client can begin with: criteria of levels 1 to 4, a policy to adapt, and first words by level. */
export interface CrisisTexts {
  levels: readonly [string, string, string, string]
  policy: string
  /** By level; `{person}`, `{client}`, `{channel}`, `{link}`, `{email}` and `{time}` are filled in. */
  lines: readonly (readonly string[])[]
}

export const crisisTexts: Readonly<Record<ReportLanguage, CrisisTexts>> = { en: crisisTextsEn, nb: crisisTextsNb, it: crisisTextsIt, nl: crisisTextsNl }

const LANGUAGES: Readonly<Record<string, ReportLanguage>> = { en: 'en', nb: 'nb', no: 'nb', nn: 'nb', it: 'it', nl: 'nl' }

/** The language of a client as far as there are texts in it; English otherwise. */
export const crisisLanguage = (languages: readonly string[]): ReportLanguage => LANGUAGES[(languages[0] ?? '').toLowerCase().split('-')[0] ?? ''] ?? 'en'
