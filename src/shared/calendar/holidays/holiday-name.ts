import type { HolidayCountry } from './index'

/** Languages that the names of a country's holidays are written in. */
const LANGUAGES: Readonly<Record<HolidayCountry, readonly string[]>> = {
  NO: ['nb', 'no', 'nn'], IT: ['it'], NL: ['nl'], GB: ['en'], AT: ['de'], BE: ['nl', 'fr'], CH: ['de'], DE: ['de'], DK: ['da'], ES: ['es'],
  FI: ['fi'], FR: ['fr'], IE: ['ga'], PL: ['pl'], PT: ['pt'], SE: ['sv'], US: ['en']
}

/** What a holiday is called for readers of a language (`nb`, `en-GB`): as its country calls it where that is theirs, else in English. */
export function holidayName(holiday: { country: string; name: string; nameEn: string }, language: string): string {
  const own: readonly string[] | undefined = (LANGUAGES as Readonly<Record<string, readonly string[]>>)[holiday.country]
  return own?.includes(language.split('-')[0]?.toLowerCase() ?? '') ? holiday.name : holiday.nameEn
}
