import { PARSE_LIMITS } from '../../../shared/parse/limits'
import type { TableShape } from '../../../shared/parse/protocol'
import { decodeWhole } from './encoding'
import { isMended, itemTables } from './json-items'
import { asText, isRecord, listOf, own, parseJson, type JsonRecord } from './json-text'
import { ParseError } from './parse-failure'
import type { Sink } from './sink'
import type { Source } from './source'

interface JsonTable {
  name: string
  shape: TableShape
  header: readonly string[]
  rows: string[][]
}

const TRELLO_HEADER = ['id', 'name', 'desc', 'due', 'list', 'labels', 'closed', 'url', 'attachments', 'dueComplete'] as const

function trelloCard(card: JsonRecord, lists: ReadonlyMap<string, string>): string[] {
  const labels = listOf(own(card, 'labels')).map((label) => asText(own(label, 'name')) || asText(own(label, 'color')))
  const attachments = listOf(own(card, 'attachments')).map((file) => asText(own(file, 'url')) || asText(own(file, 'name')))
  return TRELLO_HEADER.map((field) => {
    if (field === 'list') return lists.get(asText(own(card, 'idList'))) ?? ''
    if (field === 'labels') return labels.join('\n')
    if (field === 'attachments') return attachments.join('\n')
    if (field === 'url') return asText(own(card, 'shortUrl')) || asText(own(card, 'url'))
    return asText(own(card, field))
  })
}

/** A Trello board: one row a card, archived ones among them. */
function trelloTable(value: unknown): JsonTable | undefined {
  if (!isRecord(value) || !Array.isArray(own(value, 'cards')) || !Array.isArray(own(value, 'lists'))) return undefined
  const lists = new Map(listOf(own(value, 'lists')).map((list) => [asText(own(list, 'id')), asText(own(list, 'name'))]))
  const rows = listOf(own(value, 'cards')).map((card) => trelloCard(card, lists))
  return { name: asText(own(value, 'name')), shape: 'trello', header: TRELLO_HEADER, rows }
}

/** A list of flat records: their keys are the columns, in the order of appearance. */
function recordsTable(value: unknown): JsonTable | undefined {
  const records = listOf(value)
  if (!Array.isArray(value) || records.length === 0 || records.length < value.length) return undefined
  const header = [...new Set(records.flatMap((record) => Object.keys(record)))]
  if (header.length > PARSE_LIMITS.columns) throw new ParseError('unsupported.import-size', { what: 'columns', limit: PARSE_LIMITS.columns })
  return { name: '', shape: 'records', header, rows: records.map((record) => header.map((key) => asText(own(record, key)))) }
}

async function giveTable(sink: Sink, { name, shape, header, rows }: JsonTable): Promise<void> {
  sink.table(name, shape)
  await sink.row({ line: 0, cells: [...header] })
  for (const [index, cells] of rows.entries()) await sink.row({ line: index + 1, cells })
}

/** Reads JSON that has posts or parts of an archive in it. Lines count records, since JSON has no lines that a person would know. */
export async function readJson(source: Source, entry: string | null, sink: Sink): Promise<void> {
  if (source.bytes > PARSE_LIMITS.jsonBytes) throw new ParseError('unsupported.import-size', { what: 'json', limit: PARSE_LIMITS.jsonBytes })
  const { text, encoding } = await decodeWhole(source)
  const value = parseJson(text)
  const items = itemTables(value)
  if (items.length > 0) {
    sink.file({ entry, container: 'json', encoding: items.some(isMended) ? `${encoding} with latin-1 mojibake` : encoding, delimiter: null })
    for (const { id, header, rows } of items) await giveTable(sink, { name: id, shape: 'items', header, rows })
    return
  }
  const table = trelloTable(value) ?? recordsTable(value)
  if (!table) throw new ParseError('unsupported.import-kind', { reason: 'json-shape' })
  sink.file({ entry, container: 'json', encoding, delimiter: null })
  await giveTable(sink, table)
}
