import { facebookContent, metaDaily, xContent, xOverview, type ExportFile } from './network-exports'
import { csvText } from './table-files'

const two = (value: number): string => String(value).padStart(2, '0')
const days = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, index) => first + index)
const file = (name: string, rows: (string | number)[][]): ExportFile => ({ name, content: Buffer.from(`\ufeff${csvText(rows.map((row) => row.map(String)), ',', '\n')}`) })

/** Captions that differ in every word, so that none is taken for another. */
const WORDS = ['porto', 'retrato', 'janela', 'montanha', 'gato', 'campo', 'trem', 'flor', 'farol', 'ponte', 'neve', 'mercado', 'barco', 'igreja', 'escada', 'rio']
const caption = (day: number): string => `${WORDS[day % WORDS.length] ?? ''}${day} ${WORDS[(day * 7 + 3) % WORDS.length] ?? ''}${day}a ${WORDS[(day * 5 + 1) % WORDS.length] ?? ''}${day}b`
const TOLD: Readonly<Record<number, string>> = {
  6: 'O farol do norte acende hoje pela primeira vez desde o inverno',
  20: 'Vidro e prata: como nasceu a primeira fotografia da nossa cidade',
  27: 'Aberto no domingo com visita guiada pela oficina'
}

/** Meta Business Suite, content of an Instagram account, in Brazilian Portuguese: a post a day. */
export function portugueseInstagram(first: number, last: number): ExportFile {
  const head = [
    'Identificação do post', 'Identificação da conta', 'Nome de usuário da conta', 'Nome da conta', 'Descrição', 'Duração (s)', 'Horário de publicação', 'Link permanente', 'Tipo de post', 'Comentário de dados', 'Data',
    'Visualizações', 'Alcance', 'Curtidas', 'Compartilhamentos', 'Seguimentos', 'Comentários', 'Salvamentos'
  ]
  const rows = days(first, last).map((day) => [
    `1789${two(day)}00112233`, '17841400000000001', 'northgallery', 'North Gallery', TOLD[day] ?? caption(day), 0, `10/${two(day)}/2026 ${two(day % 5)}:30`, `https://www.instagram.com/p/C${day}abc/`,
    'Imagem do IG', '', 'Vitalício', 100 + day, 80 + day, 10, 2, 1, 3, 4
  ])
  return file(`Oct-${two(first)}-2026_Oct-${two(last)}-2026_1122334455.csv`, [head, ...rows])
}

/** TikTok Business Suite: videos, and days of the account. */
export function tiktokBusiness(): ExportFile[] {
  const videos = days(1, 10).map((day) => [`Clip ${day}`, `https://www.tiktok.com/@northgallery/video/75276230016101561${two(day)}`, `2026/10/${two(day)} 16:32:37`, 500 + day, 40, 3, 5, 2])
  const overview = days(1, 31).map((day) => [`2026-10-${two(day)}`, 60 + day, 50 + day, 5, 4, 1, 0, 0, 0, 2, 3, 1])
  return [
    file('Video_20261001_20261031.csv', [['Video title', 'Video link', 'Post time', 'Video views', 'Likes', 'Comments', 'Shares', 'Add to Favorites'], ...videos]),
    file('Overview_20261001_20261031.csv', [['Date', 'Video views', 'Reached audience', 'Profile views', 'Likes', 'Shares', 'Comments', 'Phone number clicks ', 'Leads submission', 'Net growth', 'New followers', 'Lost followers'], ...overview])
  ]
}

/** A month of a gallery: Instagram in Portuguese, Facebook in Dutch, X and TikTok in English. */
export const twelveExports = (): ExportFile[] => [
  portugueseInstagram(1, 15), portugueseInstagram(16, 31), facebookContent(1, 15), facebookContent(16, 31), xContent(), xOverview(), ...tiktokBusiness(),
  ...['Instagram reach', 'Instagram profile visits', 'Facebook visits', 'Facebook follows'].map(metaDaily)
]

/** What was planned: one post as it went out, and two that went out with other words at another hour. */
export const plannedPosts = [
  { network: 'instagram', text: TOLD[27] ?? '', date: '2026-10-27', time: '10:30' },
  { network: 'instagram', text: 'O farol do norte acende hoje de novo, venha ver', date: '2026-10-06', time: '12:00' },
  { network: 'instagram', text: 'Vidro e prata: a primeira fotografia que se fez aqui', date: '2026-10-20', time: '11:00' }
] as const
