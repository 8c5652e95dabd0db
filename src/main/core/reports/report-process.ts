/** The line to the process that sets PDFs. Messages are plain data; see `src/shared/reports/protocol.ts`. */
export interface ReportProcess {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: (code: number | null) => void): void
  kill(): void
}
