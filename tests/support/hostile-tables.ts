import { HOSTILE_TEXTS } from './hostile-texts'
import { csvText, makeWorkbook, makeZip, type ZipParts } from './table-files'

interface HostileFile {
  name: string
  make: () => Promise<string | Buffer> | string | Buffer
  /** `read`, or the code of the one error line. */
  expects: { code: string; rows?: number }
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const sheet = (body: string, before = '', after = ''): ZipParts => ({ 'xl/worksheets/sheet1.xml': `${before}<worksheet ${MAIN}><sheetData>${body}</sheetData>${after}</worksheet>` })
const book = (parts: ZipParts) => makeWorkbook({ sheets: [{ name: 'One', rows: [] }], parts })
const shared = (body: string): Promise<Buffer> =>
  makeWorkbook({
    sheets: [{ name: 'One', rows: [] }],
    parts: {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
      'xl/sharedStrings.xml': body,
      ...sheet('<row r="1"><c r="A1" t="s"><v>7</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1"><v>1</v></c></row>')
    }
  })

const ENTITIES = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
const XXE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
const row = (cells: string) => `<row r="1">${cells}</row>`

const workbooks: HostileFile[] = [
  { name: 'a sheet merged from end to end', make: () => book(sheet(row('<c r="A1"><v>1</v></c>'), '', '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')), expects: { code: 'read', rows: 1 } },
  { name: 'a sheet that lies about its size', make: () => book({ 'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><dimension ref="A1:XFD1048576"/><sheetData>${row('<c r="A1"><v>1</v></c>')}</sheetData></worksheet>` }), expects: { code: 'read', rows: 1 } },
  { name: 'a cell in the last column there is', make: () => book(sheet(row('<c r="XFD1"><v>1</v></c>'))), expects: { code: 'unsupported.import-size' } },
  { name: 'a row with no number and one with an absurd one', make: () => book(sheet('<row><c><v>1</v></c></row><row r="-5"><c r="??"><v>2</v></c></row>')), expects: { code: 'read' } },
  { name: 'entities that grow', make: () => book(sheet(row('<c r="A1" t="str"><v>&c;</v></c>'), ENTITIES)), expects: { code: 'unsupported.import-doctype' } },
  { name: 'an entity that reads a file', make: () => book(sheet(row('<c r="A1" t="str"><v>&f;</v></c>'), XXE)), expects: { code: 'unsupported.import-doctype' } },
  { name: 'an entity nobody defined', make: () => book(sheet(row('<c r="A1" t="str"><v>&nope;</v></c>'))), expects: { code: 'corrupt.import' } },
  { name: 'elements that nest without end', make: () => book(sheet('<x>'.repeat(5000))), expects: { code: 'unsupported.import-depth' } },
  { name: 'XML that ends in the middle', make: () => book({ 'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData><row r="1"><c r="A1"><v>1` }), expects: { code: 'corrupt.import' } },
  { name: 'text that inflates beyond measure', make: () => shared(`<sst>${`<si><t>${'A'.repeat(100_000)}</t></si>`.repeat(400)}</sst>`), expects: { code: 'unsupported.import-bomb' } },
  { name: 'pointers to texts that are not there', make: () => shared('<sst><si><t>only</t></si></sst>'), expects: { code: 'read', rows: 1 } },
  { name: 'no sheets', make: () => book({ 'xl/workbook.xml': `<workbook ${MAIN}><sheets/></workbook>` }), expects: { code: 'corrupt.import' } },
  { name: 'a sheet that lies outside of the file', make: () => book({ 'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="file:///etc/passwd" TargetMode="External"/></Relationships>' }), expects: { code: 'corrupt.import' } },
  { name: 'macros', make: () => book({ 'xl/vbaProject.bin': Buffer.from([0xd0, 0xcf, 1, 2]), ...sheet(row('<c r="A1"><v>1</v></c>')) }), expects: { code: 'read', rows: 1 } },
  { name: 'a document type in the workbook part', make: () => book({ 'xl/workbook.xml': `${XXE}<workbook/>` }), expects: { code: 'unsupported.import-doctype' } },
  { name: 'an old workbook cut after its header', make: () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]), expects: { code: 'corrupt.import' } },
  { name: 'an encrypted workbook', make: () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(512)]), expects: { code: 'unsupported.import-encrypted' } },
  { name: 'a boolean, an error and an empty cell', make: () => book(sheet(row('<c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1"/>'))), expects: { code: 'read', rows: 1 } }
]

/** Sizes and flags in both headers of the only file of an archive. */
function forge(zip: Buffer, local: number, central: number, write: (at: number) => void): Buffer {
  const at = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  write(local)
  write(at + central)
  return zip
}

async function forged(change: (zip: Buffer) => Buffer): Promise<Buffer> {
  return change(await makeZip({ 'plan.csv': 'a,b\n1,2\n'.repeat(50) }))
}

const archives: HostileFile[] = [
  { name: 'a bomb', make: () => makeZip({ 'a.csv': Buffer.alloc(60_000_000, 'a,b\n') }), expects: { code: 'unsupported.import-bomb' } },
  { name: 'an archive in an archive', make: async () => makeZip({ 'inner.zip': await makeZip({ 'a.csv': 'a,b\n1,2\n' }) }), expects: { code: 'unsupported.import-kind' } },
  { name: 'an empty archive', make: () => makeZip({}), expects: { code: 'unsupported.import-kind' } },
  { name: 'an archive cut in the middle', make: async () => { const zip = await makeZip({ 'a.csv': 'a,b\n1,2\n'.repeat(500) }); return zip.subarray(0, zip.length / 2) }, expects: { code: 'corrupt.import' } },
  { name: 'a file that says it is smaller than it is', make: () => forged((zip) => forge(zip, 22, 24, (at) => zip.writeUInt32LE(3, at))), expects: { code: 'corrupt.import' } },
  { name: 'a file that says it is encrypted', make: () => forged((zip) => forge(zip, 6, 8, (at) => zip.writeUInt16LE(1, at))), expects: { code: 'unsupported.import-encrypted' } },
  { name: 'a method nobody knows', make: () => forged((zip) => forge(zip, 8, 10, (at) => zip.writeUInt16LE(99, at))), expects: { code: 'corrupt.import' } },
  { name: 'a name that leads up and out', make: () => forged((zip) => Buffer.from(zip.toString('latin1').replaceAll('plan.csv', '../x.csv'), 'latin1')), expects: { code: 'corrupt.import' } },
  { name: 'an absolute name', make: () => forged((zip) => Buffer.from(zip.toString('latin1').replaceAll('plan.csv', '/etc/x.c'), 'latin1')), expects: { code: 'corrupt.import' } },
  { name: 'broken content behind a whole header', make: () => forged((zip) => { zip.fill(0xff, 40, 60); return zip }), expects: { code: 'corrupt.import' } }
]

const HEAD = 'Date: Tue, 3 Feb 2026 10:15:00 +0000\nTo: team@example.org\nSubject: Zoe commented on your post\nFrom: Facebook <notification@facebookmail.com>\n'
const mail = (rest: string, id = 'a'): string => `${HEAD}Message-ID: <${id}@facebook.com>\n${rest}`
const nested = (depth: number): string => Array.from({ length: depth }, (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n`).join('')
const inOneAnother = (depth: number): string => `${mail('Content-Type: message/rfc822\n')}\n`.repeat(depth)
const box = (mails: readonly string[]): string => mails.map((one, at) => `From x@y Tue Feb  3 10:${10 + (at % 50)}:00 2026\n${one}\n`).join('\n')

const mails: HostileFile[] = [
  { name: 'a mail whose page is full of traps', make: () => box(HOSTILE_TEXTS.map((text, at) => mail(`Content-Type: text/html; charset=UTF-8\n\n<p>Zoe commented on your post.</p>${text}\n`, String(at)))), expects: { code: 'read', rows: 1 + HOSTILE_TEXTS.length } },
  { name: 'a mail of parts in parts', make: () => mail(`${nested(5000)}Content-Type: text/plain\n\nhi\n`), expects: { code: 'corrupt.import' } },
  { name: 'a mail in a mail in a mail', make: () => `${inOneAnother(300)}${mail('\nhi')}`, expects: { code: 'read', rows: 2 } },
  { name: 'a mail of a great many parts', make: () => mail(`Content-Type: multipart/mixed; boundary="b"\n\n${'--b\nContent-Type: text/plain\n\nx\n'.repeat(20_000)}--b--\n`), expects: { code: 'unsupported.import-size' } },
  { name: 'a mail with a header of megabytes', make: () => mail(`X-A: ${'a'.repeat(3_000_000)}\n\nhi`), expects: { code: 'corrupt.import' } },
  { name: 'a mail cut in the middle of its attachment', make: () => mail('Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nWm9lIGNvbW1lbnRlZCBvbiB5'), expects: { code: 'read', rows: 2 } },
  { name: 'a box with mails that cannot be read among others', make: () => box([mail('\none', '1'), mail(`X-A: ${'a'.repeat(2_000_000)}\n\nhi`, '2'), mail('\nthree', '3')]), expects: { code: 'corrupt.import', rows: 3 } }
]

const texts: HostileFile[] = [
  { name: 'nothing', make: () => '', expects: { code: 'unsupported.import-kind' } },
  { name: 'blanks', make: () => ' \n\n\t\n', expects: { code: 'unsupported.import-kind' } },
  { name: 'a quote left open', make: () => `a,b\n1,"${'x'.repeat(5000)}\n`, expects: { code: 'corrupt.import' } },
  { name: 'a quote left open before two megabytes', make: () => `a,b\n1,"${'x,\n'.repeat(1_000_000)}`, expects: { code: 'unsupported.import-size' } },
  { name: 'a cell of a megabyte and more', make: () => csvText([['a', 'b'], ['x'.repeat(1_100_000), 'y']]), expects: { code: 'unsupported.import-size' } },
  { name: 'twenty thousand columns', make: () => csvText([Array.from({ length: 20_000 }, (_, at) => String(at))]), expects: { code: 'unsupported.import-size' } },
  { name: 'a million quotes', make: () => `a,b\n${'"'.repeat(1_000_000)},1\n`, expects: { code: 'read', rows: 2 } },
  { name: 'a program', make: () => Buffer.from('MZ\u0090\0\u0003'), expects: { code: 'unsupported.import-kind' } },
  { name: 'bytes without meaning', make: () => Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251)), expects: { code: 'unsupported.import-kind' } },
  { name: 'a web page named as a workbook', make: () => '<html><body><table><tr><td>1</td></tr></table></body></html>', expects: { code: 'unsupported.import-kind' } },
  { name: 'JSON a hundred thousand levels deep', make: () => '['.repeat(100_000) + ']'.repeat(100_000), expects: { code: 'unsupported.import-depth' } },
  { name: 'JSON cut in the middle', make: () => '[{"text":"a', expects: { code: 'corrupt.import' } },
  { name: 'JSON with numbers beyond all bounds and keys twice', make: () => '[{"text":"a","text":"b","n":1e400}]', expects: { code: 'read', rows: 2 } },
  { name: 'JSON that is one word', make: () => '{"a":1}', expects: { code: 'unsupported.import-kind' } },
  { name: 'a calendar cut in the middle', make: () => 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:nonsense\n', expects: { code: 'corrupt.import' } },
  { name: 'a calendar that repeats every second for ever', make: () => 'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a\nDTSTART:20260101T000000Z\nRRULE:FREQ=SECONDLY\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n', expects: { code: 'read', rows: 367 } },
  { name: 'a calendar whose repeats never come', make: () => 'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a\nDTSTART:20260101T000000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n', expects: { code: 'read' } }
]

/** Files that want to harm whoever reads them. */
export const hostileFiles = (): HostileFile[] => [...workbooks, ...archives, ...texts, ...mails]
