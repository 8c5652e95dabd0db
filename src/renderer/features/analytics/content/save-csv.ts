import { writeCsv, type CsvCell } from '@shared/tables/write-csv'
import { useClientShell } from '../../../app'

/** Hands the person a table as a CSV file. @param read lines, the header first; asked with the open client, unless another is named */
export async function saveCsv(fileName: string, read: (clientId: string) => Promise<readonly (readonly CsvCell[])[]>, of?: string): Promise<void> {
  const clientId = of ?? useClientShell().currentId
  if (clientId === undefined) return
  const lines = await read(clientId)
  const url = URL.createObjectURL(new Blob([writeCsv(lines)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
