import type { Container } from '../../../shared/parse/protocol'
import { ParseError } from './parse-failure'
import { decodeHead } from './encoding'

const starts = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte)

const OTHER_KINDS: readonly [string, (head: Buffer) => boolean][] = [
  ['pdf', (head) => head.subarray(0, 1024).includes('%PDF-')],
  ['picture', (head) => starts(head, 0x89, 0x50, 0x4e, 0x47) || starts(head, 0xff, 0xd8, 0xff) || starts(head, 0x47, 0x49, 0x46, 0x38)],
  ['archive', (head) => starts(head, 0x1f, 0x8b) || starts(head, 0x37, 0x7a, 0xbc, 0xaf) || starts(head, 0x52, 0x61, 0x72, 0x21)],
  ['program', (head) => starts(head, 0x4d, 0x5a) || starts(head, 0x7f, 0x45, 0x4c, 0x46)]
]

/** A length, then a map of CBOR that begins with `roots` or `version`. */
const isCar = (head: Buffer): boolean => head[1] === 0xa2 && (head.subarray(2, 8).equals(Buffer.from('eroots')) || head.subarray(2, 10).equals(Buffer.from('gversion')))

/** Control characters that no text has: a file with several of them is not one. */
function isBinary(text: string): boolean {
  let odd = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 9 || (code > 13 && code < 32 && code !== 27)) odd += 1
  }
  return odd > Math.max(8, text.length / 100)
}

const MAIL_HEADER = /^(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|From|To|Subject|Date): \S/i

/** Two lines that only a mail begins with. */
function isMail(start: string): boolean {
  const lines = start.split(/\r?\n/, 8).filter((line) => MAIL_HEADER.test(line))
  return MAIL_HEADER.test(start) && lines.length >= 2
}

/** The line that parts mails in a box, then a mail. */
const isMailbox = (start: string): boolean => /^From \S[^\r\n]*\d{2}:\d{2}[^\r\n]*\r?\n/.test(start) && isMail(start.replace(/^[^\n]*\n/, ''))

function textContainer(text: string): Container {
  const start = text.replace(/^\ufeff/, '').trimStart()
  if (isMailbox(start)) return 'mbox'
  if (isMail(start)) return 'mail'
  if (/^BEGIN:VCALENDAR/i.test(start)) return 'ics'
  if (start.startsWith('{') || /^\[\s*[[{\]"]/.test(start) || /^window\.(?:YTD|__THAR_CONFIG)\b/.test(start)) return 'json'
  if (/^<(?:!doctype|html|head|body|table|\?xml)/i.test(start)) throw new ParseError('unsupported.import-kind', { reason: 'web-page' })
  return 'csv'
}

/**
 * What a file is, by its first bytes. A zip may still be a workbook; its list of contents tells.
 * @throws ParseError `unsupported.import-kind`
 */
export function sniff(head: Buffer): Container {
  if (head.length === 0) throw new ParseError('unsupported.import-kind', { reason: 'empty' })
  if (starts(head, 0x50, 0x4b, 0x03, 0x04) || starts(head, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) return 'xls'
  if (isCar(head)) return 'car'
  const other = OTHER_KINDS.find(([, is]) => is(head))
  if (other) throw new ParseError('unsupported.import-kind', { reason: other[0] })
  const { text } = decodeHead(head)
  if (text.trim() === '') throw new ParseError('unsupported.import-kind', { reason: 'empty' })
  if (isBinary(text.slice(0, 4096))) throw new ParseError('unsupported.import-kind', { reason: 'binary' })
  return textContainer(text)
}
