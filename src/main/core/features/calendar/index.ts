import { os } from '../../router-base'
import { readToday } from './today.service'

export { calendarHandlers } from './calendar.handlers'
export { readCountries } from './background.service'
export { insertClientDate } from './client-dates.repository'
export { openCalendar } from './open-calendar.service'

export const todayHandlers = {
  list: os.today.list.handler(({ context }) => readToday(context.core))
}
