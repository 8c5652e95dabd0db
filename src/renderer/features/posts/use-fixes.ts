import { applyTextFix, fixLabel, type Finding, type Fix } from '@shared/checks'
import type { Variant } from '@shared/features/posts/posts.schema'
import { useApi } from '../../api'
import { useText } from '../../ui'
import { formatsOf } from './channel-formats.rules'
import { useComposerLists } from './composer-lists.store'
import type { VariantField } from './post-edits.rules'
import type { Composer } from './use-composer'
import type { MediaAsset } from './use-media-assets'
import { useAssetLinks } from './use-asset-links'
import { useSaveConverted } from './use-save-converted'
import { useTemplateFixes } from './use-template-fixes'
import { useUtm } from './use-utm'
import { variantInput } from './variant-input.rules'

export interface OfferedFix {
  id: string
  label: string
  run: () => unknown
}

/** No still picture, which would be written anew on its way out. */
const goesAsItIs = ({ fix, severity }: Finding): boolean => (fix?.kind === 'convert' || fix?.kind === 'resize') && severity !== 'note'

/** What can be mended by one press. Changes of words are made on the channel alone, and undone as one step. */
export function useFixes(composer: Composer, assets: ReadonlyMap<string, MediaAsset>) {
  const { t } = useText()
  const api = useApi()
  const links = useAssetLinks(composer)
  const lists = useComposerLists()
  const utm = useUtm(composer)
  const saveConverted = useSaveConverted(composer)
  const { restorePart, leaveTemplate } = useTemplateFixes(composer, assets)
  const reformat = (variantId: string, format: Variant['format']): Promise<unknown> => composer.run(() => api.posts.updateVariant({ clientId: composer.clientId, variantId, format }))

  /** By what the channel says now, not by what it said when the finding was made. */
  async function mend(variantId: string, fix: Fix): Promise<void> {
    const post = composer.post.value
    const variant = post?.variants.find(({ id }) => id === variantId)
    if (!post || !variant) return
    const { format, ...words } = applyTextFix(variantInput(post, variant, assets, lists), fix)
    for (const [field, value] of Object.entries(words)) composer.edit(variantId, field as VariantField, value)
    await composer.saves.flush()
    if (format && format !== variant.format) await reformat(variantId, format)
    if (fix.kind === 'split-thread') composer.tab.value = variantId
  }

  async function addUtm(variantId: string): Promise<void> {
    const link = await utm(variantId)
    if (link === undefined) return
    composer.edit(variantId, 'link', link)
    await composer.saves.flush()
  }

  function actionOf({ id }: Variant, fix: Fix): (() => unknown) | undefined {
    switch (fix.kind) {
      case 'crop':
        return () => links.crop(id, fix.assetId, fix.placementId)
      case 'edit-rights':
      case 'read-video':
        return () => links.details(id, fix.assetId)
      case 'add-utm':
        return composer.post.value?.campaignId ? () => addUtm(id) : undefined
      case 'add-alt-text':
        return () => composer.ask({ kind: 'alt', assetId: fix.assetId })
      case 'reschedule':
        return () => composer.ask({ kind: 'time', variantId: id })
      case 'restore-part':
        return () => restorePart(id)
      case 'convert':
      case 'resize':
        return () => saveConverted(id, fix.assetId)
      default:
        return () => mend(id, fix)
    }
  }

  function offer(variant: Variant, finding: Finding): OfferedFix[] {
    const { fix } = finding
    if (!fix || (fix.kind === 'split-thread' && !formatsOf(variant.network).includes('thread'))) return []
    if (fix.kind === 'change-format') {
      return fix.formats.slice(0, 2).map((format) => ({ id: `format:${format}`, label: t('composer.fix.format', { format: t(`composer.format.${format}`) }), run: () => reformat(variant.id, format) }))
    }
    const run = goesAsItIs(finding) ? undefined : actionOf(variant, fix)
    if (!run) return []
    const leave: OfferedFix[] = fix.kind === 'restore-part' ? [{ id: 'leave-template', label: t('composer.fix.leaveTemplate'), run: leaveTemplate }] : []
    return [...leave, { id: fix.kind, label: fixLabel(t, finding) ?? '', run }]
  }

  return { offer }
}
