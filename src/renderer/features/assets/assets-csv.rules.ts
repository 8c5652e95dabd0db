import type { Asset } from '@shared/features/assets/assets.contract'
import { rightsState } from '@shared/features/assets/rights'
import type { Translator } from '@shared/i18n'
import type { CsvCell } from '@shared/tables/write-csv'
import { rightsOf } from './rights.rules'

/** Pixels as far as they are known: a video that no program read has none. */
const pixels = ({ video, width, height }: Asset): [number, number] | [] => (video?.read === false ? [] : [width, height])

/**
 * An asset as a line, in the words of the library: days as ISO, the instant in UTC.
 *
 * @param today the day by which rights have ended, `YYYY-MM-DD`
 */
export const assetColumns = (t: Translator, today: string): Readonly<Record<string, (asset: Asset) => CsvCell>> => ({
  [t('assets.column.title')]: ({ title }) => title,
  [t('assets.csv.fileName')]: ({ fileName }) => fileName,
  [t('assets.facts.format')]: ({ format }) => format.toUpperCase(),
  [t('assets.csv.width')]: (asset) => pixels(asset)[0],
  [t('assets.csv.height')]: (asset) => pixels(asset)[1],
  [t('assets.csv.bytes')]: ({ bytes }) => bytes,
  [t('assets.column.tags')]: ({ tags }) => tags.join('; '),
  [t('assets.field.altText')]: ({ altText }) => altText,
  [t('assets.rights.title')]: (asset) => {
    const state = rightsState(asset.rights, today)
    const { endsOn, people } = rightsOf(asset)
    return state === 'fine' ? '' : t(`assets.rights.state.${state}`, { date: endsOn ?? '', people })
  },
  [t('assets.rights.license')]: (asset) => rightsOf(asset).license,
  [t('assets.rights.credit')]: (asset) => rightsOf(asset).credit,
  [t('assets.rights.source')]: (asset) => rightsOf(asset).source,
  [t('assets.rights.endsOn')]: (asset) => rightsOf(asset).endsOn,
  [t('assets.rights.people')]: (asset) => rightsOf(asset).people,
  [t('assets.rights.consentOn')]: (asset) => rightsOf(asset).consentOn,
  [t('assets.rights.usedAnyway')]: (asset) => rightsOf(asset).usedAnyway,
  [t('assets.facts.added')]: ({ addedAt }) => addedAt
})
