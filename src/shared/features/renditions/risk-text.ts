import type { Formats, Translator } from '../../i18n'
import type { PlannedRendition } from './renditions.contract'

type Risk = PlannedRendition['risks'][number]

/** Why a crop should be looked at, in words. */
export function riskText({ kind, data }: Risk, t: Translator, formats: Formats): string {
  switch (kind) {
    case 'upscale': {
      const factor = formats.number(Number(data.factor), { maximumFractionDigits: 2 })
      return t(data.allowed ? 'renditions.risk.upscale.allowed' : 'renditions.risk.upscale', { factor })
    }
    case 'padded':
      return t('renditions.risk.padded', { percent: data.percent })
    case 'focal-cut':
      return t('renditions.risk.focal-cut', { percent: data.percent })
    case 'safe-zone': {
      const side = t(`renditions.side.${data.side as 'top' | 'right' | 'bottom' | 'left'}`)
      return t(data.strict ? 'renditions.risk.safe-zone.strict' : 'renditions.risk.safe-zone', { side, pixels: data.pixels })
    }
    case 'keep-out':
      return t('renditions.risk.keep-out')
    case 'heavy-crop':
      return t('renditions.risk.heavy-crop', { percent: data.percent })
  }
}
