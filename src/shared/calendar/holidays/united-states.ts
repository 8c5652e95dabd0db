import { easter, last, nth, on, type HolidayRule, type Naming } from './holiday-rule'

const kept = { type: 'observance' } as const
const called = (name: string): Naming => [name, name]

export const unitedStates: readonly HolidayRule[] = [
  on(1, 1)(called('New Year’s Day'), { substitute: 'nearest' }),
  nth(3, 1, 1)(called('Martin Luther King Jr. Day')),
  nth(3, 1, 2)(called('Presidents’ Day')),
  last(1, 5)(called('Memorial Day')),
  on(6, 19)(called('Juneteenth'), { from: 2021, substitute: 'nearest' }),
  on(7, 4)(called('Independence Day'), { substitute: 'nearest' }),
  nth(1, 1, 9)(called('Labor Day')),
  nth(2, 1, 10)(called('Columbus Day')),
  on(11, 11)(called('Veterans Day'), { substitute: 'nearest' }),
  nth(4, 4, 11)(called('Thanksgiving')),
  on(12, 25)(called('Christmas Day'), { substitute: 'nearest' }),
  nth(2, 7, 2)(called('Super Bowl Sunday'), { ...kept, from: 2022 }),
  on(2, 14)(called('Valentine’s Day'), kept),
  on(3, 8)(called('Women’s Day'), kept),
  on(3, 17)(called('St. Patrick’s Day'), kept),
  easter(-2)(called('Good Friday'), kept),
  easter(0)(called('Easter Sunday'), kept),
  on(4, 22)(called('Earth Day'), kept),
  nth(2, 7, 5)(called('Mother’s Day'), kept),
  nth(3, 7, 6)(called('Father’s Day'), kept),
  on(10, 31)(called('Halloween'), kept),
  nth(4, 4, 11, 1)(called('Black Friday'), kept),
  nth(4, 4, 11, 2)(called('Small Business Saturday'), kept),
  nth(4, 4, 11, 4)(called('Cyber Monday'), kept),
  nth(4, 4, 11, 5)(called('Giving Tuesday'), kept),
  on(12, 24)(called('Christmas Eve'), kept),
  on(12, 31)(called('New Year’s Eve'), kept)
]
