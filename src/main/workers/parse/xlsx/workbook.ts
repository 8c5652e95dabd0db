import { PARSE_LIMITS } from '../../../../shared/parse/limits'
import type { Archive } from '../archive'
import { ParseError } from '../parse-failure'
import { isDateFormat } from './number-format'
import { readXml } from './xml'

export interface SheetPart {
  name: string
  path: string
}

export interface Workbook {
  sheets: SheetPart[]
  date1904: boolean
  sharedPath: string | undefined
  stylesPath: string | undefined
}

const WORKBOOK = 'xl/workbook.xml'

function resolvePart(target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = ['xl']
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

interface Relation {
  path: string
  type: string
}

async function readRelations(archive: Archive): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  const entry = archive.entries.get('xl/_rels/workbook.xml.rels')
  if (!entry) throw new ParseError('corrupt.import', { detail: 'workbook' })
  await readXml(archive.source(entry), {
    open(name, attribute) {
      const [id, target, type = ''] = [attribute('Id'), attribute('Target'), attribute('Type')]
      // What lies outside the file is never looked at.
      if (name === 'Relationship' && id && target && attribute('TargetMode') !== 'External') {
        relations.set(id, { path: resolvePart(target), type: type.slice(type.lastIndexOf('/') + 1) })
      }
    }
  })
  return relations
}

/** The sheets in their order, and where the parts lie. @throws ParseError `corrupt.import` */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const entry = archive.entries.get(WORKBOOK)
  if (!entry) throw new ParseError('corrupt.import', { detail: 'workbook' })
  const relations = await readRelations(archive)
  const sheets: SheetPart[] = []
  let date1904 = false
  await readXml(archive.source(entry), {
    open(name, attribute) {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const relation = relations.get(attribute('id') ?? '')
      if (relation?.type === 'worksheet' && archive.entries.has(relation.path)) sheets.push({ name: attribute('name') ?? '', path: relation.path })
      if (sheets.length > PARSE_LIMITS.sheets) throw new ParseError('unsupported.import-size', { what: 'sheets', limit: PARSE_LIMITS.sheets })
    }
  })
  const partOf = (type: string) => [...relations.values()].find((relation) => relation.type === type && archive.entries.has(relation.path))?.path
  return { sheets, date1904, sharedPath: partOf('sharedStrings'), stylesPath: partOf('styles') }
}

/** Which cell styles show a date: one entry for each of `cellXfs`. */
export async function readDateStyles(archive: Archive, path: string | undefined): Promise<boolean[]> {
  const entry = path === undefined ? undefined : archive.entries.get(path)
  if (!entry) return []
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  let inCells = false
  await readXml(archive.source(entry), {
    open(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        const id = Number(attribute('numFmtId') ?? 0)
        styles.push(isDateFormat(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    }
  })
  return styles
}

/** The texts that cells point at. @throws ParseError `unsupported.import-size` */
export async function readSharedTexts(archive: Archive, path: string | undefined): Promise<string[]> {
  const entry = path === undefined ? undefined : archive.entries.get(path)
  if (!entry) return []
  const texts: string[] = []
  let chars = 0
  let current = ''
  let open = false
  let phonetic = false
  await readXml(archive.source(entry), {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') phonetic = true
      if (name === 't') open = !phonetic
    },
    text(text) {
      if (!open) return
      current += text
      chars += text.length
      if (chars > PARSE_LIMITS.sharedChars) throw new ParseError('unsupported.import-size', { what: 'workbook', limit: PARSE_LIMITS.sharedChars })
      if (current.length > PARSE_LIMITS.cellChars) throw new ParseError('unsupported.import-size', { what: 'cell', limit: PARSE_LIMITS.cellChars })
    },
    close(name) {
      if (name === 't') open = false
      if (name === 'rPh') phonetic = false
      if (name === 'si') texts.push(current)
    }
  })
  return texts
}
