import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { PARSE_LIMITS } from '../../../../shared/parse/limits'
import { ParseError } from '../parse-failure'
import type { Source } from '../source'

/** What is heard of an XML part; names without their prefix. */
export interface XmlListener {
  open?(name: string, attribute: (name: string) => string | undefined): void
  close?(name: string): void
  text?(text: string): void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

function attributeOf(tag: SaxesTagPlain): (name: string) => string | undefined {
  return (wanted) => {
    const name = Object.keys(tag.attributes).find((key) => local(key) === wanted)
    return name === undefined ? undefined : tag.attributes[name]
  }
}

/**
 * Streams a part of a workbook. A document type is refused, so that no entity is ever defined, let alone fetched.
 * `afterPiece` runs between pieces of the text, and may wait.
 */
export async function readXml(source: Source, listener: XmlListener, afterPiece?: () => Promise<void>): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  let failure: ParseError | undefined
  parser.on('error', (error) => {
    failure ??= new ParseError('corrupt.import', { detail: 'xml' }, { cause: error })
  })
  parser.on('doctype', () => {
    failure ??= new ParseError('unsupported.import-doctype')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > PARSE_LIMITS.xmlDepth) failure ??= new ParseError('unsupported.import-depth', { limit: PARSE_LIMITS.xmlDepth })
    if (!failure) listener.open?.(local(tag.name), attributeOf(tag))
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    if (!failure) listener.close?.(local(tag.name))
  })
  parser.on('text', (text) => {
    if (!failure) listener.text?.(text)
  })
  parser.on('cdata', (text) => {
    if (!failure) listener.text?.(text)
  })
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of await source.open()) {
    parser.write(decoder.decode(chunk as Buffer, { stream: true }))
    if (failure) throw failure
    await afterPiece?.()
  }
  parser.close()
  if (failure) throw failure
  await afterPiece?.()
}
