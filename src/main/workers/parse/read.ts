import type { Container, ReadRequest } from '../../../shared/parse/protocol'
import { openArchive, openArchiveBytes, type Archive } from './archive'
import { readCalendar } from './calendar'
import { readCsv } from './csv'
import { readJson } from './json'
import { asFailure, ParseError } from './parse-failure'
import type { Sink } from './sink'
import { sniff } from './sniff'
import { headOf, openFile, readWhole, type Source } from './source'
import { isWorkbook, readXlsx } from './xlsx'

const HEAD_BYTES = 1 << 16
const NESTED_BYTES = 50_000_000
/** What systems put into archives beside the files of a person. */
const LEFT_BY_SYSTEMS = /^__MACOSX\/|(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini)$/i

async function readEntry(archive: Archive, name: string, sink: Sink): Promise<void> {
  const entry = archive.entries.get(name)
  if (!entry) return
  const source = archive.source(entry)
  const container = sniff(await headOf(source, HEAD_BYTES))
  if (container === 'zip') {
    const inner = await openArchiveBytes(await readWhole(source, NESTED_BYTES, 'workbook'))
    // A workbook is a zip by its making; an archive in an archive is taken apart by the person.
    if (!isWorkbook(inner)) throw new ParseError('unsupported.import-kind', { reason: 'nested-archive' })
    await readXlsx(inner, name, sink)
  } else await readPlain(container, source, name, sink)
}

async function readPlain(container: Exclude<Container, 'zip'>, source: Source, entry: string | null, sink: Sink): Promise<void> {
  if (container === 'json') await readJson(source, entry, sink)
  else if (container === 'ics') await readCalendar(source, entry, sink)
  else if (container === 'csv') await readCsv(source, entry, sink)
  else if (container === 'mail' || container === 'mbox') {
    const { readMail, readMailbox } = await import('./mail')
    await (container === 'mail' ? readMail : readMailbox)(source, entry, sink)
  } else if (container === 'car') {
    const { readCar } = await import('./car')
    await readCar(source, entry, sink)
  } else {
    // Loaded where a file asks for it: it is the largest part of this process.
    const { readXls } = await import('./xls')
    await readXls(source, entry, sink)
  }
}

async function readArchive(path: string, bytes: number, sink: Sink): Promise<void> {
  const archive = await openArchive(path, bytes)
  try {
    if (isWorkbook(archive)) {
      await readXlsx(archive, null, sink)
      return
    }
    const names = [...archive.entries.keys()].filter((name) => !LEFT_BY_SYSTEMS.test(name))
    if (names.length === 0) throw new ParseError('unsupported.import-kind', { reason: 'empty' })
    sink.file({ entry: null, container: 'zip', encoding: null, delimiter: null })
    for (const name of names) {
      try {
        await readEntry(archive, name, sink)
      } catch (error) {
        const failure = asFailure(error)
        // A bomb is no matter of one file: the rest of the archive is not trusted either.
        if (failure.code === 'unsupported.import-bomb') throw error
        sink.refused({ entry: name, error: failure })
      }
    }
  } finally {
    archive.close()
  }
}

/** Reads any file that holds tables, whatever its name says. @throws ParseError */
export async function readFile({ path, name }: ReadRequest, sink: Sink): Promise<void> {
  const source = await openFile(path, name)
  const container = sniff(await headOf(source, HEAD_BYTES))
  if (container === 'zip') await readArchive(path, source.bytes, sink)
  else await readPlain(container, source, null, sink)
  sink.end()
}
