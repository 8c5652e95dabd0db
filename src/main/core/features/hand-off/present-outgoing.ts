import { composeUrlOf } from '../../../../shared/features/hand-off/compose-pages'
import type { OutgoingPost } from '../../../../shared/features/hand-off/hand-off.contract'
import type { CoreServices } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { gridThumbnail, listVideos } from '../assets'
import { readFreeze } from '../freezes'
import type { Outgoing } from './outgoing.queries'
import { wordsOf } from './outgoing-words'
import { altTextsOf, planPictures } from './pictures'

/** A variant as the hand-off page shows it. */
export async function presentOutgoing(core: CoreServices, workspace: Workspace, variant: Outgoing): Promise<OutgoingPost> {
  const { id: variantId, postId, network, handle, channelLink, media: _media, text: _text, link: _link, parts: _parts, ...rest } = variant
  const { channelId: _channel, firstComment: _comment, fields: _fields, language: _language, postLimit: _limit, ...shown } = rest
  const going = (await planPictures(workspace.reader, [variant], core.now())).get(variantId) ?? { pictures: [], videos: [], credits: [], problems: [] }
  const { pictures, videos, credits, problems } = going
  const facts = await listVideos(workspace.reader, videos.map(({ source }) => source.id))
  const clientId = workspace.id
  const profile = await workspace.profile()
  const freeze = await readFreeze(workspace.reader, { id: variantId, channelId: variant.channelId, state: variant.state })
  return {
    ...shown,
    clientId, variantId, postId, network, handle,
    title: variant.title.trim() || variant.text.replaceAll(/\s+/g, ' ').trim().slice(0, 80),
    clientZone: profile.zone,
    fields: wordsOf(variant, altTextsOf(going), profile.languages[0]),
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
    videos: videos.map(({ source }) => ({
      assetId: source.id,
      fileName: source.fileName,
      title: source.title,
      bytes: source.bytes,
      seconds: facts.get(source.id)?.seconds ?? null,
      thumbnailUrl: core.urls.sign({ kind: 'thumbnail', clientId, sha256: source.sha256, size: gridThumbnail }),
      downloadUrl: core.urls.sign({ kind: 'original', clientId, assetId: source.id })
    })),
    credits,
    problems,
    composeUrl: composeUrlOf(network, { handle, link: channelLink }),
    frozen: freeze ? { incidentId: freeze.incidentId, title: freeze.title, since: freeze.startedAt } : null
  }
}
