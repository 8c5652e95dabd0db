import type { CropRisk } from '../../channels/crop-risks'
import type { PlannedRendition } from './renditions.contract'

type Risk = PlannedRendition['risks'][number]
type Figures = Risk['data']

/** Enlarging by less than this is hardly seen. */
const FACTOR_SEEN = 1.1
/** Less of the picture than this is rarely what was meant. */
const KEPT_LITTLE = 0.25

const percent = (share: number): number => Math.max(1, Math.round(share * 100))

function severityOf(risk: CropRisk): Risk['severity'] {
  switch (risk.kind) {
    case 'focal-cut':
    case 'keep-out':
      return 'warn'
    case 'safe-zone':
      return risk.strict ? 'note' : 'warn'
    case 'upscale':
      return risk.factor >= FACTOR_SEEN ? 'warn' : 'note'
    case 'heavy-crop':
      return risk.kept < KEPT_LITTLE ? 'warn' : 'note'
    case 'padded':
      return 'note'
  }
}

/** Figures for the sentences `renditions.risk.*`: whole percents, pixels of the placement, a factor of two decimals. */
function figuresOf(risk: CropRisk): Figures {
  switch (risk.kind) {
    case 'focal-cut':
      return { percent: percent(risk.distance) }
    case 'keep-out': {
      const [left, top, right, bottom] = risk.rect
      return { left, top, right, bottom }
    }
    case 'safe-zone':
      return { side: risk.side, pixels: risk.depth, strict: risk.strict ? 1 : 0 }
    case 'upscale':
      return { factor: Math.round(risk.factor * 100) / 100, allowed: risk.allowed ? 1 : 0 }
    case 'heavy-crop':
      return { percent: percent(risk.kept) }
    case 'padded':
      return { percent: percent(risk.share) }
  }
}

/** A risk of a crop as the contract tells it: how grave it is, and the figures for its sentence. */
export function riskForPeople(risk: CropRisk): Risk {
  return { kind: risk.kind, severity: severityOf(risk), data: figuresOf(risk) }
}
