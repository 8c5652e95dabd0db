import { uploadFile } from '../../api'

const AT_ONCE = 3

export interface Uploads {
  taken: { token: string; name: string }[]
  refused: { name: string; error: unknown }[]
}

/** Sends files to the core, a few at once and in their order. What cannot be sent is named, and keeps nobody from coming in. */
export async function takeUploads(files: readonly File[], signal: AbortSignal, onSent: () => void): Promise<Uploads> {
  const tokens: (string | undefined)[] = []
  const refused: Uploads['refused'] = []
  const queue = [...files.entries()]
  const send = async (): Promise<void> => {
    for (let next = queue.shift(); next && !signal.aborted; next = queue.shift()) {
      const [index, file] = next
      try {
        tokens[index] = await uploadFile(file, { signal })
      } catch (error) {
        if (!signal.aborted) refused.push({ name: file.name, error })
      }
      onSent()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, send))
  return { taken: files.flatMap(({ name }, index) => (tokens[index] === undefined ? [] : [{ token: tokens[index], name }])), refused }
}
