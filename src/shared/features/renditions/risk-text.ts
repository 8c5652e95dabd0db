import type { Formats, Translator } from '../../i18n'
import { growthPercent } from './growth'
import type { PlannedRendition } from './renditions.contract'

type Risk = PlannedRendition['risks'][number]

/** Why a crop should be looked at, in words. */
export function riskText({ kind, data }: Risk, t: Translator, formats: Formats): string {
  switch (kind) {
    case 'upscale':
      return t(data.allowed ? 'renditions.risk.upscale.allowed' : 'renditions.risk.upscale', { percent: formats.number(growthPercent(Number(data.factor))) })
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
