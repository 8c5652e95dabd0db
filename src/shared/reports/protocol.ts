/** A document to set: a template, its data, and the pictures that lie in one folder. */
export interface CompileRequest {
  /** The template, a Typst file; it reads its data from `/data.json`. */
  templatePath: string
  /** Further files of the template, absolute; it finds each as `/` and its name. */
  parts?: string[]
  /** The only folder that the document can read pictures from; their names in the data begin with `/`. */
  root: string
  /** Folder with the fonts of the app. */
  fontFolder: string
  /** What becomes `/data.json`. */
  data: unknown
  /** Written whole and synced; an old file of this name is replaced. With `pages` a folder, which must be there. */
  outPath: string
  /** Date of creation to write into the file, ISO 8601. */
  createdAt: string
  /** What the file claims to be where it can; PDF/UA-1 unless said. */
  standard?: PdfClaim
  /** Instead of a PDF a drawing of each page, `<name>-1.svg` and so on, for a look at it. */
  pages?: { name: string }
}

/** A PDF can claim one of them only. Both are tagged alike. */
export type PdfClaim = 'ua-1' | 'a-2a'

export interface DrawnPage {
  /** File in the folder. */
  name: string
  /** In points. */
  width: number
  height: number
}

export interface CompileResult {
  pages: number
  bytes: number
  /** Hex; of the pages one after another where they were drawn. */
  sha256: string
  /** What the file claims; null where the document has a sign that no font has. Drawings claim nothing. */
  claim: PdfClaim | null
  drawn: DrawnPage[]
  /** What the template marked with the label `<mark>`, in its order. */
  marks: unknown[]
}

/** Codes of everything that can go wrong while a document is set; sentences in `i18n/en/renditions.ts`. */
export const REPORT_ERROR_CODES = [
  'internal.report',
  'unavailable.report-process',
  'unavailable.report-timeout',
  'unavailable.report-write'
] as const
export type ReportErrorCode = (typeof REPORT_ERROR_CODES)[number]

export interface ReportFailure {
  code: ReportErrorCode
  data: Record<string, string | number>
}

/** Core to report process. */
export interface ReportRequest {
  id: string
  kind: 'compile'
  request: CompileRequest
}

/** Report process to core. Each request ends with one of `compiled` and `failed`. */
export type ReportReply =
  | { kind: 'ready' }
  | { id: string; kind: 'compiled'; result: CompileResult }
  | { id: string; kind: 'failed'; error: ReportFailure }
