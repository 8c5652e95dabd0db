import { weekdayOf } from '../../time'
import { byRule, easter, last, lastWeekday, nth, on, onUnlessSunday, type HolidayRule } from './holiday-rule'

const kept = { type: 'observance' } as const

export const netherlands: readonly HolidayRule[] = [
  on(1, 1)(['Nieuwjaarsdag', 'New Year’s Day']),
  easter(0)(['Eerste paasdag', 'Easter Sunday']),
  easter(1)(['Tweede paasdag', 'Easter Monday']),
  onUnlessSunday(4, 27, 26)(['Koningsdag', 'King’s Day']),
  on(5, 5)(['Bevrijdingsdag', 'Liberation Day'], { publicIn: year => year % 5 === 0 }),
  easter(39)(['Hemelvaartsdag', 'Ascension Day']),
  easter(49)(['Eerste pinksterdag', 'Whit Sunday']),
  easter(50)(['Tweede pinksterdag', 'Whit Monday']),
  on(12, 25)(['Eerste kerstdag', 'Christmas Day']),
  on(12, 26)(['Tweede kerstdag', 'St. Stephen’s Day']),
  on(2, 14)(['Valentijnsdag', 'Valentine’s Day'], kept),
  easter(-49)(['Carnaval', 'Carnival Sunday'], kept),
  on(3, 8)(['Internationale Vrouwendag', 'Women’s Day'], kept),
  easter(-2)(['Goede Vrijdag', 'Good Friday'], kept),
  on(5, 4)(['Dodenherdenking', 'Remembrance of the Dead'], kept),
  nth(2, 7, 5)(['Moederdag', 'Mother’s Day'], kept),
  nth(3, 7, 6)(['Vaderdag', 'Father’s Day'], kept),
  nth(3, 2, 9)(['Prinsjesdag', 'Budget Day'], kept),
  on(10, 4)(['Dierendag', 'Animal Day'], kept),
  on(11, 11)(['Sint-Maarten', 'St. Martin’s Day'], kept),
  on(12, 5)(['Sinterklaasavond', 'St. Nicholas’ Eve'], kept),
  on(12, 24)(['Kerstavond', 'Christmas Eve'], kept),
  on(12, 31)(['Oudejaarsavond', 'New Year’s Eve'], kept)
]

export const belgium: readonly HolidayRule[] = [
  on(1, 1)(['Nieuwjaar / Nouvel An', 'New Year’s Day']),
  easter(1)(['Paasmaandag / Lundi de Pâques', 'Easter Monday']),
  on(5, 1)(['Dag van de Arbeid / Fête du Travail', 'Labor Day']),
  easter(39)(['O.-H.-Hemelvaart / Ascension', 'Ascension Day']),
  easter(50)(['Pinkstermaandag / Lundi de Pentecôte', 'Whit Monday']),
  on(7, 21)(['Nationale feestdag / Fête nationale', 'National Day']),
  on(8, 15)(['O.-L.-V.-Hemelvaart / Assomption', 'Assumption Day']),
  on(11, 1)(['Allerheiligen / Toussaint', 'All Saints’ Day']),
  on(11, 11)(['Wapenstilstand / Armistice', 'Armistice Day']),
  on(12, 25)(['Kerstmis / Noël', 'Christmas Day']),
  easter(0)(['Pasen / Pâques', 'Easter Sunday'], kept),
  easter(49)(['Pinksteren / Pentecôte', 'Whit Sunday'], kept),
  on(2, 14)(['Valentijnsdag / Saint-Valentin', 'Valentine’s Day'], kept),
  nth(2, 7, 5)(['Moederdag / Fête des mères', 'Mother’s Day'], kept),
  nth(2, 7, 6)(['Vaderdag / Fête des pères', 'Father’s Day'], kept),
  on(7, 11)(['Feest van de Vlaamse Gemeenschap', 'Flemish Community Day'], { type: 'regional', region: 'Flanders' }),
  on(9, 27)(['Fête de la Communauté française', 'French Community Day'], { type: 'regional', region: 'French Community' }),
  on(12, 6)(['Sinterklaas / Saint-Nicolas', 'St. Nicholas’ Day'], kept),
  on(12, 31)(['Oudejaarsavond / Saint-Sylvestre', 'New Year’s Eve'], kept)
]

/** The last Sunday of May, or the first of June where that is Whit Sunday. */
const motherInFrance = byRule(year => {
  const sunday = lastWeekday(year, 7, 5)
  return sunday === easter(49)(['', '']).dayIn(year) ? nth(1, 7, 6)(['', '']).dayIn(year) : sunday
})

export const france: readonly HolidayRule[] = [
  on(1, 1)(['Jour de l’an', 'New Year’s Day']),
  easter(1)(['Lundi de Pâques', 'Easter Monday']),
  on(5, 1)(['Fête du Travail', 'Labor Day']),
  on(5, 8)(['Victoire 1945', 'Victory Day']),
  easter(39)(['Ascension', 'Ascension Day']),
  easter(50)(['Lundi de Pentecôte', 'Whit Monday']),
  on(7, 14)(['Fête nationale', 'Bastille Day']),
  on(8, 15)(['Assomption', 'Assumption Day']),
  on(11, 1)(['Toussaint', 'All Saints’ Day']),
  on(11, 11)(['Armistice 1918', 'Armistice Day']),
  on(12, 25)(['Noël', 'Christmas Day']),
  easter(-2)(['Vendredi saint', 'Good Friday'], { type: 'regional', region: 'Alsace and Moselle' }),
  on(12, 26)(['Saint-Étienne', 'St. Stephen’s Day'], { type: 'regional', region: 'Alsace and Moselle' }),
  on(1, 6)(['Épiphanie', 'Epiphany'], kept),
  on(2, 2)(['Chandeleur', 'Candlemas'], kept),
  on(2, 14)(['Saint-Valentin', 'Valentine’s Day'], kept),
  easter(-47)(['Mardi gras', 'Shrove Tuesday'], kept),
  on(3, 8)(['Journée internationale des femmes', 'Women’s Day'], kept),
  easter(0)(['Pâques', 'Easter Sunday'], kept),
  easter(49)(['Pentecôte', 'Whit Sunday'], kept),
  motherInFrance(['Fête des mères', 'Mother’s Day'], kept),
  nth(3, 7, 6)(['Fête des pères', 'Father’s Day'], kept),
  on(6, 21)(['Fête de la musique', 'Music Day'], kept),
  on(12, 24)(['Réveillon de Noël', 'Christmas Eve'], kept),
  on(12, 31)(['Saint-Sylvestre', 'New Year’s Eve'], kept)
]

const scottish = { type: 'regional', region: 'Scotland' } as const
const irish = { type: 'regional', region: 'Northern Ireland' } as const
const southern = { type: 'regional', region: 'England, Wales and Northern Ireland' } as const
const english = (name: string): readonly [string, string] => [name, name]
const once = (date: string, name: string): HolidayRule => {
  const year = Number(date.slice(0, 4))
  return byRule(() => date)(english(name), { from: year, to: year })
}

export const unitedKingdom: readonly HolidayRule[] = [
  on(1, 1)(english('New Year’s Day'), { substitute: 'monday' }),
  easter(-2)(english('Good Friday')),
  easter(1)(english('Easter Monday'), southern),
  nth(1, 1, 5)(english('Early May bank holiday'), { except: { 2020: '2020-05-08' } }),
  last(1, 5)(english('Spring bank holiday'), { except: { 2022: '2022-06-02' } }),
  last(1, 8)(english('Summer bank holiday'), southern),
  on(12, 25)(english('Christmas Day'), { substitute: 'monday' }),
  on(12, 26)(english('Boxing Day'), { substitute: 'monday' }),
  once('2022-06-03', 'Platinum Jubilee bank holiday'),
  once('2022-09-19', 'State funeral of Queen Elizabeth II'),
  once('2023-05-08', 'Coronation bank holiday'),
  on(1, 2)(english('2 January'), { ...scottish, substitute: 'monday' }),
  on(3, 17)(english('St. Patrick’s Day'), { ...irish, substitute: 'monday' }),
  on(7, 12)(english('Battle of the Boyne'), { ...irish, substitute: 'monday' }),
  nth(1, 1, 8)(english('Summer bank holiday in Scotland'), scottish),
  on(11, 30)(english('St. Andrew’s Day'), { ...scottish, substitute: 'monday' }),
  on(1, 25)(english('Burns Night'), kept),
  on(2, 14)(english('Valentine’s Day'), kept),
  easter(-47)(english('Pancake Day'), kept),
  on(3, 1)(english('St. David’s Day'), kept),
  on(3, 8)(english('Women’s Day'), kept),
  easter(-21)(english('Mothering Sunday'), kept),
  easter(0)(english('Easter Sunday'), kept),
  on(4, 23)(english('St. George’s Day'), kept),
  nth(3, 7, 6)(english('Father’s Day'), kept),
  on(10, 31)(english('Halloween'), kept),
  on(11, 5)(english('Bonfire Night'), kept),
  nth(2, 7, 11)(english('Remembrance Sunday'), kept),
  on(12, 24)(english('Christmas Eve'), kept),
  on(12, 31)(english('New Year’s Eve'), kept)
]

/** The first Monday of February, or the 1st itself where that is a Friday. */
const brigid = byRule(year => {
  const first = `${year}-02-01`
  return weekdayOf(first) === 5 ? first : nth(1, 1, 2)(['', '']).dayIn(year)
})

export const ireland: readonly HolidayRule[] = [
  on(1, 1)(['Lá Caille', 'New Year’s Day']),
  brigid(['Lá Fhéile Bríde', 'St. Brigid’s Day'], { from: 2023 }),
  on(3, 17)(['Lá Fhéile Pádraig', 'St. Patrick’s Day']),
  byRule(() => '2022-03-18')(['Lá Cuimhneacháin Náisiúnta', 'National Day of Remembrance'], { from: 2022, to: 2022 }),
  easter(1)(['Luan Cásca', 'Easter Monday']),
  nth(1, 1, 5)(['Lá Saoire i mí Bealtaine', 'May bank holiday']),
  nth(1, 1, 6)(['Lá Saoire i mí an Mheithimh', 'June bank holiday']),
  nth(1, 1, 8)(['Lá Saoire i mí Lúnasa', 'August bank holiday']),
  last(1, 10)(['Lá Saoire i mí Dheireadh Fómhair', 'October bank holiday']),
  on(12, 25)(['Lá Nollag', 'Christmas Day']),
  on(12, 26)(['Lá Fhéile Stiofáin', 'St. Stephen’s Day']),
  on(2, 14)(['Lá Fhéile Vailintín', 'Valentine’s Day'], kept),
  easter(-21)(['Domhnach na Máithreacha', 'Mothering Sunday'], kept),
  easter(-2)(['Aoine an Chéasta', 'Good Friday'], kept),
  easter(0)(['Domhnach Cásca', 'Easter Sunday'], kept),
  nth(3, 7, 6)(['Lá na nAithreacha', 'Father’s Day'], kept),
  on(10, 31)(['Oíche Shamhna', 'Halloween'], kept),
  on(12, 24)(['Oíche Nollag', 'Christmas Eve'], kept),
  on(12, 31)(['Oíche Chinn Bliana', 'New Year’s Eve'], kept)
]
