import { PARSE_LIMITS } from '../../../shared/parse/limits'
import { CsvScanner } from './csv-scanner'
import { findDialect, unwrapLine, type Dialect } from './csv-dialect'
import { decoded, encodingName, findEncoding } from './encoding'
import { ParseError } from './parse-failure'
import type { Sink } from './sink'
import type { Source } from './source'

const SAMPLE_CHARS = 1 << 16

/** Whole lines in, unwrapped lines out. */
async function* unwrapped(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const text of texts) {
    const lines = (rest + text).split(/\r\n|\n/)
    rest = lines.pop() ?? ''
    if (rest.length > PARSE_LIMITS.recordChars) throw new ParseError('unsupported.import-size', { what: 'row', limit: PARSE_LIMITS.recordChars })
    if (lines.length > 0) yield `${lines.map(unwrapLine).join('\n')}\n`
  }
  yield unwrapLine(rest)
}

async function* skipping(texts: AsyncIterable<string>, count: number): AsyncGenerator<string> {
  let left = count
  for await (const text of texts) {
    yield text.slice(left)
    left = Math.max(0, left - text.length)
  }
}

async function sampleOf(texts: AsyncIterable<string>): Promise<string> {
  let sample = ''
  for await (const text of texts) {
    sample += text
    if (sample.length >= SAMPLE_CHARS) return sample.slice(0, Math.max(sample.lastIndexOf('\n', SAMPLE_CHARS), 0) || SAMPLE_CHARS)
  }
  return sample
}

function textOf(source: Source, found: Parameters<typeof decoded>[1], { wrapped, skip }: Dialect): AsyncIterable<string> {
  const text = decoded(source, found)
  const rest = skip > 0 ? skipping(text, skip) : text
  return wrapped ? unwrapped(rest) : rest
}

/** Reads delimited text of any encoding and delimiter, row by row. */
export async function readCsv(source: Source, entry: string | null, sink: Sink): Promise<void> {
  if (source.bytes > PARSE_LIMITS.csvBytes) throw new ParseError('unsupported.import-size', { what: 'csv', limit: PARSE_LIMITS.csvBytes })
  const found = await findEncoding(source)
  const dialect = findDialect(await sampleOf(decoded(source, found)))
  const { delimiter } = dialect
  sink.file({ entry, container: 'csv', encoding: encodingName(found), delimiter: delimiter === '\t' ? 'TAB' : delimiter })
  sink.table('', 'grid')
  const scanner = new CsvScanner(delimiter, dialect.skip > 0 ? 2 : 1)
  for await (const text of textOf(source, found, dialect)) {
    for (const row of scanner.push(text)) await sink.row(row)
  }
  for (const row of scanner.end()) await sink.row(row)
}
