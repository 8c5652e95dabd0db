/** A document to set: a template, its data, and the pictures that lie in one folder. */
export interface CompileRequest {
  /** The template, a Typst file; it reads its data from `/data.json`. */
  templatePath: string
  /** The only folder that the document can read pictures from; their names in the data begin with `/`. */
  root: string
  /** Folder with the fonts of the app. */
  fontFolder: string
  /** What becomes `/data.json`. */
  data: unknown
  /** Written whole and synced; an old file of this name is replaced. */
  outPath: string
  /** Date of creation to write into the file, ISO 8601. */
  createdAt: string
}

export interface CompileResult {
  pages: number
  bytes: number
  /** Hex. */
  sha256: string
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
