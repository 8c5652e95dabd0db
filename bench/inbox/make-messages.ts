import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NewMessage } from '../../src/main/core/features/inbox/message-store.repository'
import { authorKey } from '../../src/main/core/features/inbox/author-key'

/** Conversations that look drawn by lot and are the same at every run. */
export const networks = ['instagram', 'facebook', 'linkedin', 'x', 'bluesky'] as const
const languages = ['nb', 'nl', 'it', 'en'] as const
const KINDS = ['comment', 'comment', 'comment', 'message', 'message', 'mention', 'review'] as const
const FIRST = ['Ingrid', 'Sander', 'Giulia', 'Oliver', 'Marte', 'Femke', 'Luca', 'Grace', 'Jonas', 'Anouk', 'Chiara', 'Noah']
const LAST = ['Berg', 'de Vries', 'Rossi', 'Walker', 'Haugen', 'Bakker', 'Ricci', 'Patel', 'Dahl', 'Smit', 'Conti', 'Murphy']
const THINGS = ['harbor', 'plates', 'tickets', 'museum', 'biglietti', 'openingstijden', 'utstilling', 'parcheggio', 'fjord', 'glass', 'rondleiding', 'billetter']
const ANSWERS = ['Takk for at du skrev, det ordner vi.', 'Dank voor uw bericht, dat zoeken we uit.', 'Grazie per averci scritto, rispondiamo subito.', 'Thank you for writing, that is looked into today.']
const MINUTE = 60_000
const YEARS = 3 * 365 * 1440

const pick = <T>(values: readonly T[], index: number): T => values[Math.abs(index) % values.length] as T
/** From 0 up to below. */
export const lot = (index: number, factor: number, below: number): number => ((index * factor + 12_345) % 2_147_483_647) % below

/** What people really write, of the labeled set, by language. */
function phrases(root: string): string[][] {
  return languages.map((language) =>
    ['tuning', 'test'].flatMap((part) =>
      readFileSync(join(root, 'bench', 'care', 'labeled', `${language}.${part}.tsv`), 'utf8').split('\n').map((line) => line.split('\t')[2] ?? '').filter(Boolean)))
}

/** Most talks are short, a few are long: two to nine messages, one in a hundred has sixty. */
const lengthOf = (index: number): number => (index % 100 === 7 ? 60 : 2 + lot(index, 7919, 6))

export interface MessageSource {
  root: string
  /** Milliseconds since 1970: nothing is later. */
  now: number
  channels: readonly string[]
}

/** So many messages, conversation by conversation. One in seven waits for an answer. */
export function* makeMessages(count: number, { root, now, channels }: MessageSource): Generator<NewMessage> {
  const texts = phrases(root)
  let made = 0
  for (let talk = 0; made < count; talk += 1) {
    const [at, language, person] = [talk % networks.length, lot(talk, 4409, languages.length), lot(talk, 48_271, 25_000)]
    const author = `${pick(FIRST, person)} ${pick(LAST, Math.floor(person / 12))} ${person}`
    const waits = talk % 7 === 3
    // Who waits wrote lately, as it is in an inbox that is looked after; the others over three years.
    const begin = now - (waits ? 30 + lot(talk, 6101, 21 * 1440) : 4000 + lot(talk, 6101, YEARS)) * MINUTE
    const messages = Math.min(count - made, lengthOf(talk))
    const [network, kind] = [pick(networks, at), pick(KINDS, talk)]
    for (let part = 0; part < messages; part += 1) {
      const isOut = part === messages - 1 ? !waits : part % 2 === 1
      const text = isOut ? `${pick(ANSWERS, language)} (${pick(THINGS, talk + part)})` : `${pick(texts[language] ?? [], lot(talk + part * 31, 3301, 100_000))} ${pick(THINGS, talk * 5 + part)} ${talk}`
      const link = kind === 'message' ? '' : `https://example.org/p/${talk}`
      yield {
        network, channelId: channels[at] ?? '', kind, threadKey: `bench ${talk}`, title: kind === 'message' ? author : '', permalink: link, key: `bench ${made}`, direction: isOut ? 'out' : 'in',
        author: isOut ? 'Harbor Museum' : author, authorKey: authorKey(isOut ? 'Harbor Museum' : author), text, sentAt: new Date(begin + Math.min(part * 37, 25) * MINUTE + part * 1000).toISOString(), link,
        media: { assetIds: [], attachments: [] }
      }
      made += 1
    }
  }
}
