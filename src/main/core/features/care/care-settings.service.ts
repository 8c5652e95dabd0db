import { holidaysBetween, HOLIDAY_COUNTRIES, type HolidayCountry } from '../../../../shared/calendar'
import type { AppOutputs } from '../../../../shared/contract'
import { usualTargets } from '../../../../shared/features/care/care-clock'
import { holidayKey, isDayOff } from '../../../../shared/features/care/care-hours'
import { addMonths, todayIn } from '../../../../shared/time'
import type { CallContext } from '../../context'
import { readCountries } from '../calendar'
import { listTargets } from './care-settings.repository'
import { readHours } from './open-care-clock'

const isKnown = (country: string): country is HolidayCountry => (HOLIDAY_COUNTRIES as readonly string[]).includes(country)

export async function readCareSettings(context: CallContext, clientId: string): Promise<AppOutputs['care']['settings']> {
  const workspace = await context.workspace(clientId)
  const { zone } = await workspace.profile()
  const [hours, countries, targets] = [await readHours(workspace.reader), await readCountries(workspace.reader, zone), await listTargets(workspace.reader)]
  const today = todayIn(zone, context.core.now())
  return {
    hours, zone, countries,
    holidays: holidaysBetween(countries.filter(isKnown), today, addMonths(today, 12)).map((holiday) => ({
      key: holidayKey(holiday), date: holiday.date, name: holiday.name, nameEn: holiday.nameEn, country: holiday.country, region: holiday.region, type: holiday.type, isOff: isDayOff(holiday, hours)
    })),
    targets: { ...(targets.all ?? usualTargets), isSet: targets.all !== undefined },
    ownTargets: [...targets.own].map(([channelId, own]) => ({ channelId, ...own }))
  }
}
