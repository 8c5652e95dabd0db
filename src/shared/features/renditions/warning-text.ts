import type { Formats, Translator } from '../../i18n'
import type { RenderWarning } from '../../media/protocol'
import { growthPercent } from './growth'

/** What is worth knowing of a file that was made, in words. */
export function warningText(warning: RenderWarning, t: Translator, formats: Formats): string {
  switch (warning.kind) {
    case 'animation-flattened':
      return t('renditions.warning.animation-flattened', { n: warning.frames })
    case 'over-assumed-limit':
      return t('renditions.warning.over-assumed-limit', { bytes: formats.bytes(warning.bytes), limit: formats.bytes(warning.limit) })
    case 'over-advised-size':
      return t('renditions.warning.over-advised-size', { bytes: formats.bytes(warning.bytes), limit: formats.bytes(warning.limit) })
    case 'quality-lowered':
      return t('renditions.warning.quality-lowered', { from: warning.from, to: warning.to })
    case 'format-changed':
      return t('renditions.warning.format-changed', { from: warning.from.toUpperCase(), to: warning.to.toUpperCase() })
    case 'colors-reduced':
      return t('renditions.warning.colors-reduced', { colors: warning.colors })
    case 'alpha-flattened':
      return t('renditions.warning.alpha-flattened', { color: warning.color })
    case 'no-transparency':
      return t('renditions.warning.no-transparency')
    case 'upscaled':
      return t('renditions.warning.upscaled', { percent: formats.number(growthPercent(warning.factor)) })
    case 'padded':
      return t('renditions.warning.padded')
  }
}
