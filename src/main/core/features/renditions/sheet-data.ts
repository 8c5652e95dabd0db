import { findNetwork, findPlacement } from '../../../../shared/channels/catalog'
import { warningText } from '../../../../shared/features/renditions/warning-text'
import { createFormats, createTranslator, type Formats, type Translator } from '../../../../shared/i18n'
import type { ExportedFile, ExportInput, ExportItem } from './export-item'
import { layRows, sheetMeasures } from './sheet-layout'

/** A file that was made, and the small copy of it on the sheet. */
export interface SheetFile {
  item: ExportItem
  file: ExportedFile
  /** Below the folder that the document may read: `/12.jpg`. */
  source: string
}

export interface SheetFacts {
  input: ExportInput
  /** ISO 8601. */
  madeAt: string
  files: SheetFile[]
  /** All files of the export, shown or not. */
  total: { files: number; bytes: number; failed: number; assets: number }
  locale: string
}

interface Words {
  t: Translator
  formats: Formats
}

function altOf({ item }: SheetFile, { t }: Words, placement: string): string {
  const picture = item.source.altText.trim() || item.source.title.trim() || item.source.fileName
  return t('renditions.sheet.alt', { picture, placement })
}

/** Longer titles are cut; the manifest has them whole. */
const TITLE_LENGTH = 64

const shortened = (title: string): string => (title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH - 1).trimEnd()}…` : title)

function cell(file: SheetFile, words: Words) {
  const { t, formats } = words
  const { item, file: made } = file
  const name = findPlacement(item.placementId)?.name ?? item.placementId
  const quality = made.quality === null ? t('renditions.sheet.lossless') : t('renditions.sheet.quality', { quality: made.quality })
  return {
    width: made.width,
    height: made.height,
    source: file.source,
    alt: altOf(file, words, name),
    name,
    asset: shortened(item.source.title.trim() || item.source.fileName),
    size: `${made.width} × ${made.height}`,
    facts: [made.format.toUpperCase(), formats.bytes(made.bytes), quality].join(' · '),
    warnings: made.warnings.map((warning) => warningText(warning, t, formats))
  }
}

function networkSection(network: string, files: SheetFile[], words: Words) {
  const bytes = files.reduce((sum, { file }) => sum + file.bytes, 0)
  const placements = [...new Set(files.map(({ item }) => item.placementId))]
  const groups = placements.map((id) => files.filter(({ item }) => item.placementId === id))
  const rows = layRows(groups.map((group) => group.map((file) => cell(file, words))))
  return {
    name: findNetwork(network)?.name ?? network,
    count: words.t('renditions.sheet.files', { n: files.length, bytes: words.formats.bytes(bytes) }),
    rows: rows.map((row) => row.map(({ picture, width, height, column }) => ({ ...picture, width, height, column })))
  }
}

function summary({ total, input }: SheetFacts, { t, formats }: Words, networks: number) {
  const { render } = input.settings
  const fact = (label: string, value: string) => ({ label, value })
  return [
    fact(t('renditions.sheet.label.files'), formats.number(total.files)),
    fact(t('renditions.sheet.label.pictures'), formats.number(total.assets)),
    fact(t('renditions.sheet.label.networks'), formats.number(networks)),
    fact(t('renditions.sheet.label.size'), formats.bytes(total.bytes)),
    fact(t('renditions.sheet.label.fit'), t(`renditions.sheet.fit.${render.fit}`)),
    fact(t('renditions.sheet.label.rules'), formats.date(`${input.rulePackDate}T12:00:00.000Z`))
  ]
}

/** What the template of the contact sheet reads as `/data.json`: words and measures (mm), ready to be set. */
export function sheetData(facts: SheetFacts) {
  const { input, files, madeAt, total, locale } = facts
  const words: Words = { t: createTranslator(locale), formats: createFormats(locale, input.client.zone) }
  const { t, formats } = words
  const networks = [...new Set(files.map(({ item }) => item.network))]
  const hidden = total.files - files.length
  return {
    language: locale.split('-')[0] ?? 'en',
    title: t('renditions.sheet.title'),
    documentTitle: t('renditions.sheet.documentTitle', { client: input.client.name }),
    client: input.client.name,
    madeAt: t('renditions.sheet.madeAt', { when: formats.dateTime(madeAt), zone: input.client.zone }),
    summary: summary(facts, words, networks.length),
    failed: total.failed > 0 ? t('renditions.sheet.failed', { n: total.failed }) : null,
    more: hidden > 0 ? t('renditions.sheet.more', { n: hidden }) : null,
    page: t('renditions.sheet.page', { page: '{page}', pages: '{pages}' }),
    gap: sheetMeasures.gap,
    networks: networks.map((network) => networkSection(network, files.filter(({ item }) => item.network === network), words))
  }
}
