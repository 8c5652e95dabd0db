import { easter, nth, on, weekdayFrom, type HolidayRule, type Naming } from './holiday-rule'

const kept = { type: 'observance' } as const
const keptIn = (region: string) => ({ type: 'regional', region }) as const

const NEW_YEAR: Naming = ['Neujahr', 'New Year’s Day']
const EPIPHANY: Naming = ['Heilige Drei Könige', 'Epiphany']
const GOOD_FRIDAY: Naming = ['Karfreitag', 'Good Friday']
const EASTER_SUNDAY: Naming = ['Ostersonntag', 'Easter Sunday']
const EASTER_MONDAY: Naming = ['Ostermontag', 'Easter Monday']
const ASCENSION: Naming = ['Christi Himmelfahrt', 'Ascension Day']
const WHIT_SUNDAY: Naming = ['Pfingstsonntag', 'Whit Sunday']
const WHIT_MONDAY: Naming = ['Pfingstmontag', 'Whit Monday']
const CORPUS_CHRISTI: Naming = ['Fronleichnam', 'Corpus Christi']
const ASSUMPTION: Naming = ['Mariä Himmelfahrt', 'Assumption Day']
const ALL_SAINTS: Naming = ['Allerheiligen', 'All Saints’ Day']

const germanYear: readonly HolidayRule[] = [
  on(2, 14)(['Valentinstag', 'Valentine’s Day'], kept),
  on(3, 8)(['Frauentag', 'Women’s Day'], kept),
  nth(2, 7, 5)(['Muttertag', 'Mother’s Day'], kept),
  weekdayFrom(7, 11, 27)(['Erster Advent', 'First Sunday of Advent'], kept),
  on(12, 6)(['Nikolaus', 'St. Nicholas’ Day'], kept),
  on(12, 24)(['Heiligabend', 'Christmas Eve'], kept),
  on(12, 31)(['Silvester', 'New Year’s Eve'], kept)
]

export const germany: readonly HolidayRule[] = [
  on(1, 1)(NEW_YEAR),
  easter(-2)(GOOD_FRIDAY),
  easter(1)(EASTER_MONDAY),
  on(5, 1)(['Tag der Arbeit', 'Labor Day']),
  easter(39)(ASCENSION),
  easter(50)(WHIT_MONDAY),
  on(10, 3)(['Tag der Deutschen Einheit', 'Day of German Unity']),
  on(12, 25)(['1. Weihnachtstag', 'Christmas Day']),
  on(12, 26)(['2. Weihnachtstag', 'St. Stephen’s Day']),
  on(1, 6)(EPIPHANY, keptIn('Baden-Württemberg, Bavaria, Saxony-Anhalt')),
  easter(60)(CORPUS_CHRISTI, keptIn('Baden-Württemberg, Bavaria, Hesse, North Rhine-Westphalia, Rhineland-Palatinate, Saarland')),
  on(8, 15)(ASSUMPTION, keptIn('Saarland, parts of Bavaria')),
  on(9, 20)(['Weltkindertag', 'World Children’s Day'], keptIn('Thuringia')),
  on(10, 31)(['Reformationstag', 'Reformation Day'], keptIn('nine northern and eastern states')),
  on(11, 1)(ALL_SAINTS, keptIn('Baden-Württemberg, Bavaria, North Rhine-Westphalia, Rhineland-Palatinate, Saarland')),
  weekdayFrom(3, 11, 16)(['Buß- und Bettag', 'Day of Repentance'], keptIn('Saxony')),
  easter(-48)(['Rosenmontag', 'Carnival Monday'], kept),
  easter(0)(EASTER_SUNDAY, kept),
  easter(49)(WHIT_SUNDAY, kept),
  ...germanYear
]

export const austria: readonly HolidayRule[] = [
  on(1, 1)(NEW_YEAR),
  on(1, 6)(EPIPHANY),
  easter(1)(EASTER_MONDAY),
  on(5, 1)(['Staatsfeiertag', 'National Holiday']),
  easter(39)(ASCENSION),
  easter(50)(WHIT_MONDAY),
  easter(60)(CORPUS_CHRISTI),
  on(8, 15)(ASSUMPTION),
  on(10, 26)(['Nationalfeiertag', 'National Day']),
  on(11, 1)(ALL_SAINTS),
  on(12, 8)(['Mariä Empfängnis', 'Immaculate Conception']),
  on(12, 25)(['Christtag', 'Christmas Day']),
  on(12, 26)(['Stefanitag', 'St. Stephen’s Day']),
  easter(-2)(GOOD_FRIDAY, kept),
  easter(0)(EASTER_SUNDAY, kept),
  easter(49)(WHIT_SUNDAY, kept),
  nth(2, 7, 6)(['Vatertag', 'Father’s Day'], kept),
  ...germanYear
]

const MOST = 'most cantons'
const CATHOLIC = 'Catholic cantons'

export const switzerland: readonly HolidayRule[] = [
  on(1, 1)(NEW_YEAR),
  easter(39)(['Auffahrt', 'Ascension Day']),
  on(8, 1)(['Bundesfeier', 'Swiss National Day']),
  on(12, 25)(['Weihnachten', 'Christmas Day']),
  on(1, 2)(['Berchtoldstag', 'Berchtold’s Day'], keptIn('many cantons')),
  easter(-2)(GOOD_FRIDAY, keptIn(MOST)),
  easter(1)(EASTER_MONDAY, keptIn(MOST)),
  on(5, 1)(['Tag der Arbeit', 'Labor Day'], keptIn('many cantons')),
  easter(50)(WHIT_MONDAY, keptIn(MOST)),
  easter(60)(CORPUS_CHRISTI, keptIn(CATHOLIC)),
  on(8, 15)(ASSUMPTION, keptIn(CATHOLIC)),
  on(11, 1)(ALL_SAINTS, keptIn(CATHOLIC)),
  on(12, 8)(['Mariä Empfängnis', 'Immaculate Conception'], keptIn(CATHOLIC)),
  on(12, 26)(['Stephanstag', 'St. Stephen’s Day'], keptIn(MOST)),
  easter(0)(EASTER_SUNDAY, kept),
  easter(49)(WHIT_SUNDAY, kept),
  nth(1, 7, 6)(['Vatertag', 'Father’s Day'], kept),
  nth(3, 7, 9)(['Eidgenössischer Dank-, Buss- und Bettag', 'Federal Day of Thanksgiving'], kept),
  ...germanYear
]

export const poland: readonly HolidayRule[] = [
  on(1, 1)(['Nowy Rok', 'New Year’s Day']),
  on(1, 6)(['Święto Trzech Króli', 'Epiphany']),
  easter(0)(['Wielkanoc', 'Easter Sunday']),
  easter(1)(['Poniedziałek Wielkanocny', 'Easter Monday']),
  on(5, 1)(['Święto Pracy', 'Labor Day']),
  on(5, 3)(['Święto Konstytucji 3 Maja', 'Constitution Day']),
  easter(49)(['Zielone Świątki', 'Whit Sunday']),
  easter(60)(['Boże Ciało', 'Corpus Christi']),
  on(8, 15)(['Wniebowzięcie Najświętszej Maryi Panny', 'Assumption Day']),
  on(11, 1)(['Wszystkich Świętych', 'All Saints’ Day']),
  on(11, 11)(['Narodowe Święto Niepodległości', 'Independence Day']),
  on(12, 24)(['Wigilia Bożego Narodzenia', 'Christmas Eve'], { publicIn: year => year >= 2025 }),
  on(12, 25)(['Boże Narodzenie', 'Christmas Day']),
  on(12, 26)(['Drugi dzień Bożego Narodzenia', 'St. Stephen’s Day']),
  on(1, 21)(['Dzień Babci', 'Grandmother’s Day'], kept),
  on(1, 22)(['Dzień Dziadka', 'Grandfather’s Day'], kept),
  on(2, 14)(['Walentynki', 'Valentine’s Day'], kept),
  easter(-52)(['Tłusty czwartek', 'Fat Thursday'], kept),
  on(3, 8)(['Dzień Kobiet', 'Women’s Day'], kept),
  easter(-2)(['Wielki Piątek', 'Good Friday'], kept),
  on(5, 26)(['Dzień Matki', 'Mother’s Day'], kept),
  on(6, 1)(['Dzień Dziecka', 'Children’s Day'], kept),
  on(6, 23)(['Dzień Ojca', 'Father’s Day'], kept),
  on(11, 29)(['Andrzejki', 'St. Andrew’s Eve'], kept),
  on(12, 6)(['Mikołajki', 'St. Nicholas’ Day'], kept),
  on(12, 31)(['Sylwester', 'New Year’s Eve'], kept)
]
