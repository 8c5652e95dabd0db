/** What a command has to say: a document for programs, lines for people, and how it went. */
export interface Answer {
  /** The one document that `--json` prints. */
  json: unknown
  /** What people read, line by line. */
  lines: string[]
  /** Exit code; 0 unless said. */
  exitCode?: number
}
