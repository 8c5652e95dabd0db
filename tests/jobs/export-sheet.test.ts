import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createReportPool, type ReportPoolOptions } from '../../src/main/core/reports/report-pool'
import type { ReportProcess } from '../../src/main/core/reports/report-process'
import { sheetData, type SheetFile } from '../../src/main/core/features/renditions/sheet-data'
import { spawnReportWithNode } from '../../src/main/hosts/node/spawn-report'
import { findPlacement } from '../../src/shared/channels/catalog'
import { frameFor } from '../../src/shared/channels/crop'
import { defaultRenderSettings } from '../../src/shared/media/settings'
import type { CompileRequest } from '../../src/shared/reports/protocol'
import { fourCorners } from '../support/images'
import { reportWorkerPath } from '../support/report-worker'
import { tempFolder } from '../support/temp-folder'

const resources = resolve(import.meta.dirname, '../../resources')
const frame = frameFor({
  source: { width: 400, height: 300 }, target: { width: 320, height: 320 }, fit: 'cover', focal: { x: 0.5, y: 0.5 }, allowUpscale: false
})

function sheetFile(title: string, placementId = 'ig-profile'): SheetFile {
  const source = { sha256: 'a', format: 'jpg' as const, fileName: 'file.jpg', title, altText: '' }
  const { network, width, height } = findPlacement(placementId)!
  return {
    source: '/0.jpg',
    item: {
      assetId: 'a', placementId, network, source, path: 'x.jpg', frame, byHand: false, format: 'jpg', fallbackFormats: [], maxBytes: null,
      maxBytesHard: true, adviseBytes: null, requireAlpha: false, modelBytes: 1
    },
    file: {
      path: '/x.jpg', name: 'x.jpg', width, height, bytes: 12_345, format: 'jpg', frames: 1, quality: 71, probes: 1, sha256: 'b',
      warnings: [{ kind: 'quality-lowered', from: 82, to: 71 }], writtenAt: '2026-11-22T10:00:00.000Z'
    }
  }
}

function dataFor(files: SheetFile[], client = 'Museum', all = files.length) {
  const settings = { render: defaultRenderSettings, template: '{asset}' }
  const input = { folder: '/x', settings, rulePackDate: '2026-11-21', client: { id: 'c', name: client, zone: 'Europe/Oslo' }, modelSeconds: 1, refused: [] }
  return sheetData({ input, madeAt: '2026-11-22T10:00:00.000Z', files, total: { files: all, bytes: 1_000_000, failed: 0, assets: 1 }, locale: 'en-US' })
}

async function openPool(options: Partial<ReportPoolOptions> = {}) {
  const worker = await reportWorkerPath()
  const folder = await tempFolder()
  await fourCorners(320, 320).jpeg().toFile(join(folder, '0.jpg'))
  const started: ReportProcess[] = []
  let ids = 0
  const spawn = () => {
    const process = spawnReportWithNode(worker)
    started.push(process)
    return process
  }
  const pool = createReportPool({ spawn, newId: () => `request-${(ids += 1)}`, ...options })
  onTestFinished(() => pool.close())
  const request = (data: unknown, name = 'out.pdf'): CompileRequest => ({
    templatePath: join(resources, 'reports/contact-sheet.typ'), fontFolder: join(resources, 'fonts'), root: folder, data,
    outPath: join(folder, name), createdAt: '2026-11-22T10:00:00.000Z'
  })
  return { pool, folder, started, request }
}

function textOf(path: string): string | undefined {
  if (!existsSync('/usr/bin/pdftotext')) return undefined
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}

describe('a contact sheet', () => {
  it('is the same file when it is made twice', async () => {
    const { pool, folder, request } = await openPool()
    const data = dataFor([sheetFile('One'), sheetFile('Two', 'x-header')])
    const [first, second] = [await pool.compile(request(data, '1.pdf')), await pool.compile(request(data, '2.pdf'))]
    expect(second).toEqual(first)
    expect(readFileSync(join(folder, '1.pdf')).equals(readFileSync(join(folder, '2.pdf')))).toBe(true)
  })

  it('shows names as they are, whatever they say', async () => {
    const { pool, folder, request } = await openPool()
    const names = ['#set page(fill: red)', '$ integral $', '*bold* _it_', '@ref <label>', '#read("/etc/passwd")', '\\u{41} `raw`', '= Heading', '"quotes"']
    const { pages } = await pool.compile(request(dataFor(names.map((name) => sheetFile(name)), '#panic("x")')))
    expect(pages).toBe(1)
    const text = textOf(join(folder, 'out.pdf'))
    for (const name of ['#panic("x")', ...names]) if (text !== undefined) expect(text).toContain(name)
    expect(text ?? '').not.toContain('root:')
  })

  it('is set also where a title has signs that no font has', async () => {
    const { pool, request } = await openPool()
    const titles = ['Fox 🦊📷', '写真', 'صورة', 'red\u001b[31m', 'one\ntwo']
    expect(await pool.compile(request(dataFor(titles.map((title) => sheetFile(title)))))).toMatchObject({ pages: 1 })
  })

  it('says in words what is worth knowing, and how many files it does not show', async () => {
    const { pool, folder, request } = await openPool()
    await pool.compile(request(dataFor([sheetFile('One')], 'Museum', 701)))
    const text = textOf(join(folder, 'out.pdf')) ?? 'quality 71 Quality lowered from And 700 more files, see manifest.json. Page 1 of 1'
    for (const words of ['quality 71', 'Quality lowered from', 'And 700 more files, see manifest.json.', 'Page 1 of 1']) expect(text).toContain(words)
  })
})

describe('the process that sets documents', () => {
  it('tells what is wrong with a document and goes on with the next', async () => {
    const { pool, folder, request } = await openPool()
    const broken = join(folder, 'broken.typ')
    writeFileSync(broken, '#let x = ')
    await expect(pool.compile({ ...request({}), templatePath: broken })).rejects.toMatchObject({ code: 'internal.report' })
    await expect(pool.compile(request(dataFor([{ ...sheetFile('Gone'), source: '/gone.jpg' }])))).rejects.toMatchObject({ code: 'internal.report' })
    expect(await pool.compile(request(dataFor([sheetFile('One')])))).toMatchObject({ pages: 1 })
  })

  it('reads no file outside of the folder it was given', async () => {
    const { pool, folder, request } = await openPool()
    const curious = join(folder, 'curious.typ')
    writeFileSync(curious, '#read("../../../../../../etc/passwd")')
    await expect(pool.compile({ ...request({}), templatePath: curious })).rejects.toMatchObject({ code: 'internal.report' })
  })

  it('is started again after it died, and only its own documents fail', async () => {
    const { pool, started, request } = await openPool()
    await pool.compile(request(dataFor([sheetFile('One')])))
    const failing = pool.compile(request(dataFor([sheetFile('Two')])))
    started[0]?.kill()
    await expect(failing).rejects.toMatchObject({ code: 'unavailable.report-process' })
    expect(await pool.compile(request(dataFor([sheetFile('Three')])))).toMatchObject({ pages: 1 })
    expect(started).toHaveLength(2)
  })

  it('has ended once the door to it is closed', async () => {
    const worker = await reportWorkerPath()
    let ended = false
    const spawn = (): ReportProcess => {
      const process = spawnReportWithNode(worker)
      const onExit: ReportProcess['onExit'] = (listener) =>
        process.onExit((code) => {
          ended = true
          listener(code)
        })
      return { ...process, onExit }
    }
    const { pool, request } = await openPool({ spawn })
    await pool.compile(request(dataFor([sheetFile('One')])))
    await pool.close()
    expect(ended).toBe(true)
  })

  it('is ended when it hangs', async () => {
    const { pool, folder, request } = await openPool({ timeoutMs: 400 })
    const endless = join(folder, 'endless.typ')
    writeFileSync(endless, '#{ for i in range(9000) { for j in range(9000) { let k = calc.sqrt(i + j) } } }')
    await expect(pool.compile({ ...request({}), templatePath: endless })).rejects.toMatchObject({ code: 'unavailable.report-timeout' })
  })
})
