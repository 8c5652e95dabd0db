import { CareClock } from '../../../../shared/features/care/care-clock'
import { businessHoursOf, openHours, type CareHours } from '../../../../shared/features/care/care-hours'
import type { Reader, Tx } from '../../context'
import { readCountries } from '../calendar'
import { getWorkspaceSetting } from '../workspace-settings'

export const readHours = async (db: Reader | Tx): Promise<CareHours> => (await getWorkspaceSetting(db, 'care.hours')) ?? openHours

/** Clocks by what they are made of: days that were looked up once are not looked up for the next list. */
const kept = new Map<string, CareClock>()
const MOST_KEPT = 40

/** The clock of a client. @param zone of the client */
export async function openCareClock(db: Reader | Tx, zone: string): Promise<CareClock> {
  const [hours, countries] = [await readHours(db), await readCountries(db, zone)]
  const key = JSON.stringify([hours, countries, zone])
  const clock = kept.get(key) ?? new CareClock(businessHoursOf(hours, zone, countries))
  kept.delete(key)
  kept.set(key, clock)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  return clock
}
