import { applyTextFix } from '@shared/checks'
import { useComposerLists } from './composer-lists.store'
import type { Composer } from './use-composer'
import type { MediaAsset } from './use-media-assets'
import { useTextFill } from './use-text-fill'
import { variantInput } from './variant-input.rules'

/** The two ways out of a locked part that was changed: it is put back, or the post leaves its template. */
export function useTemplateFixes(composer: Composer, assets: ReadonlyMap<string, MediaAsset>) {
  const lists = useComposerLists()
  const fill = useTextFill()

  /** On the post itself where the channel says what the post says. */
  async function restorePart(variantId: string): Promise<void> {
    const post = composer.post.value
    const variant = post?.variants.find(({ id }) => id === variantId)
    if (!post || !variant) return
    const input = variantInput(post, variant, assets, lists)
    const template = input.template?.map((part) => ({ ...part, text: fill(part.text, variant) }))
    const { text } = applyTextFix({ ...input, template }, { kind: 'restore-part' })
    if (text !== undefined && text !== input.text) composer.edit(variant.text === null ? 'post' : variantId, 'text', text)
    await composer.saves.flush()
  }

  async function leaveTemplate(): Promise<void> {
    composer.edit('post', 'templateId', null)
    await composer.saves.flush()
  }

  return { restorePart, leaveTemplate }
}
