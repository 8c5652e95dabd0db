const LONGEST = 20_000
const ENTITIES: ReadonlyMap<string, string> = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"], ['nbsp', ' ']])

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES.get(name.toLowerCase()) ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

const withoutEntities = (text: string): string => (!text.includes('&') ? text : text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,5});/gi, entity))

const withoutTags = (text: string): string => text.replace(/<br[^<>]{0,20}>/gi, '\n').replace(/<\/p>\s{0,20}(?=<p)/gi, '\n\n').replace(/<[^<>]{0,2000}>/g, '')

/** The words of a post as a person reads them. `quoted`: LinkedIn closes and opens quotes at each end of a line. */
export function readableText(given: string, markup: 'entities' | 'html' | 'quoted' | undefined): string {
  const text = given.slice(0, LONGEST)
  if (markup === 'entities') return withoutEntities(text).trim()
  if (markup === 'html') return withoutEntities(withoutTags(text)).trim()
  if (markup === 'quoted') return text.replace(/"\r?\n"/g, '\n').replace(/^"|"$/g, '').trim()
  return text.trim()
}

const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/reel/, 'reel'],
  [/stor(?:y|ie)|verhaal|historia|história|berättelse|händelse/, 'story'],
  [/car+ou?sel|karus+el|carrusel|multi/, 'carousel'],
  [/short/, 'short'],
  [/v[ií]d[eé]o|live/, 'video'],
  [/image|photo|foto|bild|immag|afbeelding/, 'image'],
  [/document|pdf/, 'document'],
  [/poll|enqu[eê]te|encuesta|umfrage|avst/, 'poll'],
  [/event|evenement/, 'event'],
  [/link|länk|lenke|lien|enlace|article|artikel/, 'link'],
  [/text|tekst|status/, 'text']
]

/** The network's type of post in our words; undefined for one that says nothing. */
export function postFormat(given: string): string | undefined {
  const text = given.slice(0, 80).toLowerCase()
  return text === '' ? undefined : FORMATS.find(([pattern]) => pattern.test(text))?.[1]
}
