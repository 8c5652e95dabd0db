/** The readable end of a child's error output, as Node and Electron both have it. */
interface ErrorOutput {
  on(event: 'data', listener: (chunk: Buffer) => void): unknown
}

const LONGEST = 500

/** Keeps the end of what a process says as it dies, for the log; what it says is never shown as it is. */
export function lastWords(output: ErrorOutput | null): () => string {
  let said = ''
  output?.on('data', (chunk) => {
    said = (said + chunk.toString()).slice(-LONGEST)
  })
  return () => said.trim()
}
