import PostalMime, { type Address, type Email } from 'postal-mime'
import { PARSE_LIMITS } from '../../../shared/parse/limits'
import { MAIL_COLUMNS } from '../../../shared/parse/mail-columns'
import { plainOf } from './mail-text'
import { asFailure, ParseError } from './parse-failure'
import type { Sink } from './sink'
import { readWhole, type Source } from './source'

const LIMITS = { maxNestingDepth: 32, maxHeadersSize: 1_000_000 }
const MOST_TEXT = 100_000
const clean = (text: string): string => text.replaceAll('\0', '')

const addressText = (address: Address | undefined): string => (address?.address === undefined ? (address?.name ?? '') : address.name === '' ? address.address : `${address.name} <${address.address}>`)

function dateOf({ date }: Email): string {
  const read = new Date(date ?? '')
  return Number.isNaN(read.getTime()) ? '' : read.toISOString()
}

const linksIn = (text: string): string[] => text.match(/https?:\/\/[^\s<>"')\]]{1,2000}/g)?.slice(0, 200) ?? []

/** @throws ParseError `unsupported.import-size` for a mail of more parts than any has */
function checkParts(raw: Buffer): void {
  let borders = 0
  for (let at = raw.indexOf('\n--'); at >= 0; at = raw.indexOf('\n--', at + 3)) {
    borders += 1
    if (borders > PARSE_LIMITS.mailBorders) throw new ParseError('unsupported.import-size', { what: 'mail', limit: PARSE_LIMITS.mailBorders })
  }
}

async function mailRow(raw: Buffer): Promise<string[]> {
  checkParts(raw)
  const mail = await PostalMime.parse(raw, LIMITS)
  const page = plainOf((mail.html ?? '').slice(0, 2_000_000))
  const text = (mail.text ?? '').trim()
  const links = [...new Set([...page.links, ...linksIn(text)])].filter((link) => /^https?:\/\//i.test(link))
  const values: Record<(typeof MAIL_COLUMNS)[number], string> = {
    id: mail.messageId ?? '', from: addressText(mail.from), address: mail.from?.address ?? '', name: mail.from?.name ?? '', to: (mail.to ?? []).map(addressText).join(', '), subject: mail.subject ?? '', date: dateOf(mail),
    replyTo: mail.inReplyTo ?? '', text: (text || page.text).slice(0, MOST_TEXT), page: page.text.slice(0, MOST_TEXT), links: links.join('\n'),
    attachments: mail.attachments.map(({ filename }) => filename ?? '').filter((name) => name !== '').join('\n')
  }
  return MAIL_COLUMNS.map((name) => clean(values[name]))
}

async function begin(sink: Sink, entry: string | null): Promise<void> {
  sink.file({ entry, container: 'mail', encoding: 'MIME', delimiter: null })
  sink.table('mail', 'items')
  await sink.row({ line: 0, cells: [...MAIL_COLUMNS] })
}

/** One mail as a table of one row. Its page becomes text. */
export async function readMail(source: Source, entry: string | null, sink: Sink): Promise<void> {
  const raw = await readWhole(source, PARSE_LIMITS.mailBytes, 'mail')
  const row = await mailRow(raw)
  await begin(sink, entry)
  await sink.row({ line: 1, cells: row })
}

const NEWLINE = 10
const isBorder = (line: Buffer): boolean => line.subarray(0, 5).equals(Buffer.from('From ')) && /^From \S.*\d{2}:\d{2}/.test(line.subarray(0, 300).toString('latin1'))
/** Lines that begin with `From ` were marked by the program that wrote the box. */
const unquoted = (line: Buffer): Buffer => (/^>+From /.test(line.subarray(0, 40).toString('latin1')) ? line.subarray(1) : line)

/** Cuts a box into its mails, holding one at a time. */
async function* mailsOf(source: Source): AsyncGenerator<Buffer> {
  let lines: Buffer[] = []
  let bytes = 0
  let rest = Buffer.alloc(0)
  const take = (line: Buffer): void => {
    bytes += line.length
    if (bytes > PARSE_LIMITS.mailBytes) throw new ParseError('unsupported.import-size', { what: 'mail', limit: PARSE_LIMITS.mailBytes })
    lines.push(unquoted(line))
  }
  for await (const chunk of await source.open()) {
    const data = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer])
    let from = 0
    for (let end = data.indexOf(NEWLINE); end >= 0; end = data.indexOf(NEWLINE, from)) {
      const line = data.subarray(from, end + 1)
      from = end + 1
      if (!isBorder(line)) take(line)
      else if (lines.length > 0) {
        yield Buffer.concat(lines)
        lines = []
        bytes = 0
      }
    }
    rest = Buffer.from(data.subarray(from))
    if (rest.length > PARSE_LIMITS.mailBytes) throw new ParseError('unsupported.import-size', { what: 'mail', limit: PARSE_LIMITS.mailBytes })
  }
  if (rest.length > 0 && !isBorder(rest)) take(rest)
  if (lines.length > 0) yield Buffer.concat(lines)
}

/** A box of mails, a row each. One that cannot be read is told by its place; the others go on. */
export async function readMailbox(source: Source, entry: string | null, sink: Sink): Promise<void> {
  if (source.bytes > PARSE_LIMITS.mailboxBytes) throw new ParseError('unsupported.import-size', { what: 'mailbox', limit: PARSE_LIMITS.mailboxBytes })
  const failed: string[] = []
  await begin(sink, entry)
  let line = 0
  for await (const raw of mailsOf(source)) {
    line += 1
    try {
      await sink.row({ line, cells: await mailRow(raw) })
    } catch (error) {
      // One that is too large, or of too many parts, is told as well.
      if (!['corrupt.import', 'unsupported.import-size'].includes(asFailure(error).code)) throw error
      failed.push(String(line))
    }
  }
  for (const place of failed.slice(0, 100)) sink.refused({ entry: `${entry ?? source.name} #${place}`, error: { code: 'corrupt.import', data: { detail: 'unreadable' } } })
}
