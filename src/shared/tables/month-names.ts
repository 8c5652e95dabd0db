/** Months as people and programs write them, by month: en, nb/da, sv, nl, de, fr, es, it, pt. Shorter forms are their beginnings. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'januar', 'januari', 'jänner', 'janvier', 'enero', 'gennaio', 'janeiro', 'gen', 'ene'],
  ['february', 'februar', 'februari', 'février', 'febrero', 'febbraio', 'fevereiro', 'fev', 'fév', 'févr'],
  ['march', 'mars', 'maart', 'märz', 'marzo', 'março', 'mrt', 'mar', 'mär'],
  ['april', 'avril', 'abril', 'aprile', 'avr', 'abr'],
  ['may', 'mai', 'maj', 'mei', 'mayo', 'maggio', 'maio', 'mag'],
  ['june', 'juni', 'juin', 'junio', 'giugno', 'junho', 'giu'],
  ['july', 'juli', 'juillet', 'julio', 'luglio', 'julho', 'lug', 'juil'],
  ['august', 'augusti', 'augustus', 'août', 'agosto', 'ago', 'aoû'],
  ['september', 'septembre', 'septiembre', 'settembre', 'setembro', 'sept', 'set'],
  ['october', 'oktober', 'octobre', 'octubre', 'ottobre', 'outubro', 'okt', 'ott', 'out'],
  ['november', 'novembre', 'noviembre', 'novembro'],
  ['december', 'desember', 'dezember', 'décembre', 'diciembre', 'dicembre', 'dezembro', 'des', 'dez', 'déc', 'dic']
]

const SHORTEST = 3

function byName(): Map<string, number> {
  const found = new Map<string, number>()
  for (const [index, names] of MONTHS.entries()) {
    for (const name of names) {
      for (let length = SHORTEST; length <= name.length; length += 1) {
        const part = name.slice(0, length)
        // A beginning that two months share (`jui`, `mar`) names none but where it is a name itself.
        const other = found.get(part)
        found.set(part, other === undefined || other === index + 1 || length === name.length ? index + 1 : 0)
      }
    }
  }
  for (const [index, names] of MONTHS.entries()) for (const name of names) found.set(name, index + 1)
  return found
}

const MONTH_OF = byName()

/** The month, 1 to 12, that a word names in any of the languages; undefined where it names none or two. */
export const monthNamed = (word: string): number | undefined => MONTH_OF.get(word.toLowerCase().replace(/\.$/, '')) || undefined
