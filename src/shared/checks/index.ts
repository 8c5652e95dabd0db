export { checkVariant } from './check-variant'
export { checkedVideo } from './checked-video'
export { checkClashes, normalizedText, type Clash, type ClashKind, type ClashOptions, type PlannedEntry } from './clashes'
export {
  findingIds, type CheckedMedia, type Finding, type FindingId, type Fix, type FixKind, type LimitOverrides, type Severity, type VariantInput
} from './checks.types'
export { findingSentence, fixLabel } from './finding-sentence'
export { comparePacks, textLimitSnapshot, type LimitChange, type LimitSnapshot } from './limit-changes'
export { mediaKind, ratioLabel, type MediaKind } from './media-shape'
export { applyTextFix, type TextPatch } from './text-fixes'
