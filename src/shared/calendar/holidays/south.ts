import { easter, nth, on, type HolidayRule } from './holiday-rule'

const kept = { type: 'observance' } as const

export const italy: readonly HolidayRule[] = [
  on(1, 1)(['Capodanno', 'New Year’s Day']),
  on(1, 6)(['Epifania', 'Epiphany']),
  easter(0)(['Pasqua', 'Easter Sunday']),
  easter(1)(['Lunedì dell’Angelo', 'Easter Monday']),
  on(4, 25)(['Festa della Liberazione', 'Liberation Day']),
  on(5, 1)(['Festa del Lavoro', 'Labor Day']),
  on(6, 2)(['Festa della Repubblica', 'Republic Day']),
  on(8, 15)(['Ferragosto', 'Assumption Day']),
  on(10, 4)(['San Francesco d’Assisi', 'St. Francis’ Day'], { publicIn: year => year >= 2026 }),
  on(11, 1)(['Ognissanti', 'All Saints’ Day']),
  on(12, 8)(['Immacolata Concezione', 'Immaculate Conception']),
  on(12, 25)(['Natale', 'Christmas Day']),
  on(12, 26)(['Santo Stefano', 'St. Stephen’s Day']),
  on(2, 14)(['San Valentino', 'Valentine’s Day'], kept),
  easter(-47)(['Martedì grasso', 'Shrove Tuesday'], kept),
  on(3, 8)(['Festa della donna', 'Women’s Day'], kept),
  on(3, 19)(['Festa del papà', 'Father’s Day'], kept),
  easter(-2)(['Venerdì santo', 'Good Friday'], kept),
  nth(2, 7, 5)(['Festa della mamma', 'Mother’s Day'], kept),
  on(10, 31)(['Halloween', 'Halloween'], kept),
  on(12, 24)(['Vigilia di Natale', 'Christmas Eve'], kept),
  on(12, 31)(['San Silvestro', 'New Year’s Eve'], kept)
]

export const spain: readonly HolidayRule[] = [
  on(1, 1)(['Año Nuevo', 'New Year’s Day']),
  on(1, 6)(['Día de Reyes', 'Epiphany']),
  easter(-2)(['Viernes Santo', 'Good Friday']),
  on(5, 1)(['Fiesta del Trabajo', 'Labor Day']),
  on(8, 15)(['Asunción de la Virgen', 'Assumption Day']),
  on(10, 12)(['Fiesta Nacional de España', 'National Day']),
  on(11, 1)(['Todos los Santos', 'All Saints’ Day']),
  on(12, 6)(['Día de la Constitución', 'Constitution Day']),
  on(12, 8)(['Inmaculada Concepción', 'Immaculate Conception']),
  on(12, 25)(['Navidad', 'Christmas Day']),
  easter(-3)(['Jueves Santo', 'Maundy Thursday'], { type: 'regional', region: 'most regions' }),
  easter(1)(['Lunes de Pascua', 'Easter Monday'], { type: 'regional', region: 'some regions, mainly in the north and east' }),
  on(2, 14)(['San Valentín', 'Valentine’s Day'], kept),
  on(3, 8)(['Día de la Mujer', 'Women’s Day'], kept),
  on(3, 19)(['Día del Padre', 'Father’s Day'], kept),
  easter(0)(['Domingo de Pascua', 'Easter Sunday'], kept),
  on(4, 23)(['Día del Libro', 'Book Day'], kept),
  nth(1, 7, 5)(['Día de la Madre', 'Mother’s Day'], kept),
  on(6, 23)(['Noche de San Juan', 'Midsummer Eve'], kept),
  on(10, 31)(['Halloween', 'Halloween'], kept),
  on(12, 24)(['Nochebuena', 'Christmas Eve'], kept),
  on(12, 28)(['Día de los Inocentes', 'Holy Innocents’ Day'], kept),
  on(12, 31)(['Nochevieja', 'New Year’s Eve'], kept)
]

export const portugal: readonly HolidayRule[] = [
  on(1, 1)(['Ano Novo', 'New Year’s Day']),
  easter(-2)(['Sexta-feira Santa', 'Good Friday']),
  easter(0)(['Páscoa', 'Easter Sunday']),
  on(4, 25)(['Dia da Liberdade', 'Freedom Day']),
  on(5, 1)(['Dia do Trabalhador', 'Labor Day']),
  easter(60)(['Corpo de Deus', 'Corpus Christi']),
  on(6, 10)(['Dia de Portugal', 'Portugal Day']),
  on(8, 15)(['Assunção de Nossa Senhora', 'Assumption Day']),
  on(10, 5)(['Implantação da República', 'Republic Day']),
  on(11, 1)(['Todos os Santos', 'All Saints’ Day']),
  on(12, 1)(['Restauração da Independência', 'Restoration of Independence']),
  on(12, 8)(['Imaculada Conceição', 'Immaculate Conception']),
  on(12, 25)(['Natal', 'Christmas Day']),
  on(2, 14)(['Dia dos Namorados', 'Valentine’s Day'], kept),
  easter(-47)(['Carnaval', 'Shrove Tuesday'], kept),
  on(3, 8)(['Dia da Mulher', 'Women’s Day'], kept),
  on(3, 19)(['Dia do Pai', 'Father’s Day'], kept),
  nth(1, 7, 5)(['Dia da Mãe', 'Mother’s Day'], kept),
  on(12, 24)(['Véspera de Natal', 'Christmas Eve'], kept),
  on(12, 31)(['Passagem de ano', 'New Year’s Eve'], kept)
]
