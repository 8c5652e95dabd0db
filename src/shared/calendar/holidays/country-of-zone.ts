import type { HolidayCountry } from './index'

/** Zones of the countries whose holidays are known. */
const COUNTRIES: Readonly<Record<string, HolidayCountry>> = {
  'Europe/Oslo': 'NO', 'Arctic/Longyearbyen': 'NO', 'Europe/Rome': 'IT', 'Europe/Amsterdam': 'NL',
  'Europe/London': 'GB', 'Europe/Belfast': 'GB', 'Europe/Stockholm': 'SE', 'Europe/Copenhagen': 'DK', 'Europe/Helsinki': 'FI',
  'Europe/Berlin': 'DE', 'Europe/Busingen': 'DE', 'Europe/Paris': 'FR', 'Europe/Madrid': 'ES', 'Africa/Ceuta': 'ES',
  'Atlantic/Canary': 'ES', 'Europe/Dublin': 'IE', 'Europe/Brussels': 'BE', 'Europe/Vienna': 'AT', 'Europe/Zurich': 'CH',
  'Europe/Warsaw': 'PL', 'Europe/Lisbon': 'PT', 'Atlantic/Madeira': 'PT', 'Atlantic/Azores': 'PT',
  'America/New_York': 'US', 'America/Detroit': 'US', 'America/Chicago': 'US', 'America/Denver': 'US', 'America/Boise': 'US',
  'America/Phoenix': 'US', 'America/Los_Angeles': 'US', 'America/Anchorage': 'US', 'America/Juneau': 'US', 'Pacific/Honolulu': 'US'
}
const AMERICAN = /^(?:US\/|America\/(?:Indiana|Kentucky|North_Dakota)\/)/

/** The country that a zone lies in, or undefined when its holidays are not known. */
export function countryOfZone(zone: string): HolidayCountry | undefined {
  return COUNTRIES[zone] ?? (AMERICAN.test(zone) ? 'US' : undefined)
}
