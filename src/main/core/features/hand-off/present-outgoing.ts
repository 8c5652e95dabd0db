import { composeUrlOf } from '../../../../shared/features/hand-off/compose-pages'
import type { OutgoingPost } from '../../../../shared/features/hand-off/hand-off.contract'
import type { CoreServices } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { gridThumbnail } from '../assets'
import type { Outgoing } from './outgoing.queries'
import { wordsOf } from './outgoing-words'
import { planPictures } from './pictures'

/** A variant as the hand-off page shows it. */
export async function presentOutgoing(core: CoreServices, workspace: Workspace, variant: Outgoing): Promise<OutgoingPost> {
  const { id: variantId, postId, network, handle, channelLink, media: _media, text: _text, link: _link, parts: _parts, ...rest } = variant
  const { channelId: _channel, firstComment: _comment, fields: _fields, language: _language, postLimit: _limit, ...shown } = rest
  const { pictures, problems } = (await planPictures(workspace.reader, [variant])).get(variantId) ?? { pictures: [], problems: [] }
  const clientId = workspace.id
  const profile = await workspace.profile()
  return {
    ...shown,
    clientId, variantId, postId, network, handle,
    title: variant.title.trim() || variant.text.replaceAll(/\s+/g, ' ').trim().slice(0, 80),
    clientZone: profile.zone,
    fields: wordsOf(variant, pictures.map(({ altText }) => altText), profile.languages[0]),
    pictures: pictures.map(({ altText, member: { source, placement, draft } }, index) => ({
      assetId: source.id,
      fileName: source.fileName,
      title: source.title,
      altText,
      placementId: placement.id,
      width: placement.width,
      height: placement.height,
      thumbnailUrl: core.urls.sign({ kind: 'thumbnail', clientId, sha256: source.sha256, size: gridThumbnail }),
      downloadUrl: 'refusal' in draft.outcome ? null : core.urls.sign({ kind: 'variant-picture', clientId, variantId, index })
    })),
    problems,
    composeUrl: composeUrlOf(network, { handle, link: channelLink })
  }
}
