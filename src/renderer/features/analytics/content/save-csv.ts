import { writeCsv, type CsvCell } from '@shared/tables/write-csv'
import { useClientShell } from '../../../app'
import { saveCsvFile } from '../../../charts/save-file'

/** Hands the person a table as a CSV file. @param read lines, the header first; asked with the open client, unless another is named */
export async function saveCsv(fileName: string, read: (clientId: string) => Promise<readonly (readonly CsvCell[])[]>, of?: string): Promise<void> {
  const clientId = of ?? useClientShell().currentId
  if (clientId === undefined) return
  const lines = await read(clientId)
  saveCsvFile(fileName, writeCsv(lines))
}
