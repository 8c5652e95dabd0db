import { chromium } from 'playwright-core'
import { pathToFileURL } from 'node:url'

/** Prints a page as a tagged PDF. Starts a browser of its own, as a program that prints reports would. */
const { html, out, executablePath } = JSON.parse(process.argv[2])
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] })
const page = await browser.newPage()
const start = performance.now()
await page.goto(pathToFileURL(html).href, { waitUntil: 'load' })
const pdf = await page.pdf({ path: out, format: 'A4', tagged: true, margin: { top: '24mm', bottom: '21mm', left: '20mm', right: '20mm' } })
const printed = performance.now() - start
await browser.close()
process.stdout.write(JSON.stringify({ printedMs: printed, bytes: pdf.length }))
