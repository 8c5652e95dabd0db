import type { Page } from 'playwright-core'

/** Copies a plain picture of this color to the clipboard and pastes it by the keyboard. The page's context must allow the clipboard. */
export async function pastePicture(page: Page, color: string): Promise<void> {
  await page.evaluate(async (fill) => {
    const canvas = new OffscreenCanvas(640, 480)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('No canvas')
    context.fillStyle = fill
    context.fillRect(0, 0, canvas.width, canvas.height)
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
  }, color)
  await page.keyboard.press('ControlOrMeta+v')
}

/** Drags paths of this machine onto the page as a file manager does, folders included. */
export async function dropPaths(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data })
  await session.detach()
}
