import type { PlannedRendition } from '@shared/features/renditions/renditions.contract'
import { growthPercent } from '@shared/features/renditions/growth'
import { hasMessage, type Translator } from '@shared/i18n'

export type PlannedRisk = PlannedRendition['risks'][number]

/** What could be wrong with a crop, in words. `fill` is what stands around a picture that is too small. */
export function riskWords({ kind, data }: PlannedRisk, t: Translator, fill: 'blur' | 'color'): string {
  const percent = Number(data.percent)
  switch (kind) {
    case 'upscale': {
      const growth = { percent: growthPercent(Number(data.factor)) }
      if (data.allowed === 1) return t('renditions.risk.upscale.allowed', growth)
      return t(fill === 'blur' ? 'exports.risk.upscaleBlur' : 'exports.risk.upscaleColor', growth)
    }
    case 'padded':
      return t(fill === 'blur' ? 'exports.risk.paddedBlur' : 'exports.risk.paddedColor', { percent })
    case 'focal-cut':
      return t('renditions.risk.focal-cut')
    case 'safe-zone': {
      const key = `exports.risk.safeZone.${String(data.side)}`
      return hasMessage(key) ? t(key) : t('exports.risk.safeZone')
    }
    case 'keep-out':
      return t('renditions.risk.keep-out')
    case 'heavy-crop':
      return t('renditions.risk.heavy-crop', { percent })
  }
}

/** Padding goes without saying where the enlargement that it stands in for is told. */
export const toldRisks = (risks: readonly PlannedRisk[]): PlannedRisk[] =>
  risks.some((risk) => risk.kind === 'upscale') ? risks.filter((risk) => risk.kind !== 'padded') : [...risks]

export const wantsLook = (risks: readonly PlannedRisk[]): boolean => risks.some((risk) => risk.severity === 'warn')
