import type { Asset } from '@shared/features/assets/assets.contract'
import type { Translator } from '@shared/i18n'
import { videoMark } from './video-words.rules'

/** What an asset goes by: its title, else its file's name. */
export const assetName = (asset: Pick<Asset, 'title' | 'fileName'>): string => (asset.title.trim() === '' ? asset.fileName : asset.title)

/** What the badges of an asset say, in words. */
export function assetStates(asset: Asset, t: Translator): string {
  const states = [
    asset.video ? t('assets.video.called', { length: videoMark(asset, t) }) : '',
    asset.starred ? t('assets.badge.starred') : '',
    asset.altText === '' && !asset.video ? t('assets.badge.noAltText') : '',
    asset.frames > 1 ? t('assets.badge.animated', { format: asset.format.toUpperCase() }) : '',
    asset.exportCount > 0 ? t('assets.badge.exports', { n: asset.exportCount }) : ''
  ]
  return states.filter((state) => state !== '').join(', ')
}

/** An asset in one sentence, for those who do not see it. */
export const assetWords = (asset: Asset, t: Translator): string => [assetName(asset), assetStates(asset, t)].filter((part) => part !== '').join(', ')

/** `12.2 MP`, or thousands of pixels where there are fewer. */
export const megapixels = (asset: Pick<Asset, 'width' | 'height'>): number => (asset.width * asset.height) / 1_000_000
