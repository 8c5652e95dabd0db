import type { Asset } from '@shared/features/assets/assets.contract'
import type { Translator } from '@shared/i18n'

/** What an asset goes by: its title, else its file's name. */
export const assetName = (asset: Pick<Asset, 'title' | 'fileName'>): string => (asset.title.trim() === '' ? asset.fileName : asset.title)

/** An asset in one sentence, for those who do not see its badges. */
export function assetWords(asset: Asset, t: Translator): string {
  const states = [
    asset.starred ? t('assets.badge.starred') : '',
    asset.altText === '' ? t('assets.badge.noAltText') : '',
    asset.frames > 1 ? t('assets.badge.animated', { format: asset.format.toUpperCase() }) : '',
    asset.exportCount > 0 ? t('assets.badge.exports', { n: asset.exportCount }) : ''
  ]
  return [assetName(asset), ...states.filter((state) => state !== '')].join(', ')
}

/** `12.2 MP`, or thousands of pixels where there are fewer. */
export const megapixels = (asset: Pick<Asset, 'width' | 'height'>): number => (asset.width * asset.height) / 1_000_000
