import type { ExportSettings } from '@shared/features/renditions/renditions.contract'
import { defaultRenderSettings } from '@shared/media/settings'
import { knownPlacements, suggestedPlacements } from './placement-groups.rules'

/** Which pictures go out: everything that is not in the trash, or those that were chosen. */
export type PictureChoice = { kind: 'all' } | { kind: 'chosen'; ids: string[] }

/** An export before it is started, as it is remembered for each client. */
export interface ExportDraft {
  pictures: PictureChoice
  placementIds: string[]
  settings: ExportSettings
  /** Single crops left out, as `asset placement`. */
  excluded: string[]
}

export const defaultTemplate = '{network}/{asset}_{placement}_{w}x{h}.{ext}'

export const newDraft: ExportDraft = {
  pictures: { kind: 'all' },
  placementIds: [...suggestedPlacements],
  settings: { render: defaultRenderSettings, template: defaultTemplate },
  excluded: []
}

export const cropKey = (assetId: string, placementId: string): string => `${assetId} ${placementId}`

export function excludedPairs(keys: readonly string[]): { assetId: string; placementId: string }[] {
  return keys.map((key) => {
    const [assetId = '', placementId = ''] = key.split(' ')
    return { assetId, placementId }
  })
}

/** A remembered draft made whole: fields that a newer version added get their defaults, placements that are gone drop out. */
export function wholeDraft(draft: ExportDraft): ExportDraft {
  const settings = {
    render: { ...defaultRenderSettings, ...draft.settings?.render },
    template: draft.settings?.template || defaultTemplate
  }
  return {
    pictures: draft.pictures ?? newDraft.pictures,
    placementIds: knownPlacements(draft.placementIds ?? []),
    settings,
    excluded: draft.excluded ?? []
  }
}
