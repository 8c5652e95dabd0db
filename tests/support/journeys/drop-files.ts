import type { Page } from 'playwright-core'

export interface DroppedFile {
  name: string
  content: Buffer
}

const TARGET = '[data-drop-area]'

/** Drags files over the page, waits for the named drop target, and lets them go. Answers with what the target said. */
export async function dropFiles(page: Page, files: readonly DroppedFile[]): Promise<string> {
  const carried = await page.evaluateHandle((list) => {
    const data = new DataTransfer()
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      data.items.add(new File([bytes], name, { type: 'image/jpeg' }))
    }
    return data
  }, files.map(({ name, content }) => ({ name, base64: content.toString('base64') })))
  await page.dispatchEvent(TARGET, 'dragenter', { dataTransfer: carried })
  await page.dispatchEvent(TARGET, 'dragover', { dataTransfer: carried })
  const said = await page.getByText(/^Drop to add/).innerText()
  await page.dispatchEvent(TARGET, 'drop', { dataTransfer: carried })
  await carried.dispose()
  return said
}
