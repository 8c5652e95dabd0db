import { open } from 'node:fs/promises'
import { asFileError } from './file-errors'

/** The first bytes of a file. @throws AppError `unavailable.file` */
export async function readHead(path: string, bytes: number): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw asFileError(error, path)
  }
}
