/** Google writes a comment as objects side by side, `{"text":"…"},{"mention":{"text":"…"}}`, before 2024 in one object. */
export function segmentsText(text: string): string {
  try {
    const parsed = JSON.parse(`[${text}]`) as { text?: unknown; mention?: { text?: unknown }; takeoutSegments?: { text?: unknown }[] }[]
    const parts = parsed.flatMap((one) => one.takeoutSegments ?? one)
    return parts.map((one) => (typeof one.text === 'string' ? one.text : '')).join('')
  } catch {
    return text
  }
}
