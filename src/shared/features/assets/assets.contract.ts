import { z } from 'zod'
import { clientOperation, clientScope, done, id, instant, jobStarted, pageInput } from '../../contract/base'
import { assetRights, assetVideo, rightsChange } from './asset-parts.schema'

/** A point of the upright picture, from 0,0 at the top left to 1,1 at the bottom right. */
export const point = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })

/** A rectangle of the upright picture in fractions of its width and height. */
export const fractionRect = z
  .object({
    left: z.number().min(0).max(1),
    top: z.number().min(0).max(1),
    width: z.number().positive().max(1),
    height: z.number().positive().max(1)
  })
  .refine((rect) => rect.left + rect.width <= 1.0001 && rect.top + rect.height <= 1.0001, 'lies outside the picture')

export const asset = z.object({
  id,
  sha256: z.string(),
  /** The name the file came with. */
  fileName: z.string(),
  title: z.string(),
  altText: z.string(),
  tags: z.array(z.string()),
  starred: z.boolean(),
  /** `jpg`, `png`, `webp`, `gif`, `avif`, `tiff`; of videos `mp4`, `mov`, `m4v`, `webm`. */
  format: z.string(),
  /** Pixels of the upright picture; of a video that was not read, the shape it is laid out in. */
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  frames: z.int(),
  hasAlpha: z.boolean(),
  colorSpace: z.string(),
  /** Average color, `#rrggbb`: holds the place while the thumbnail loads. */
  placeholder: z.string(),
  focal: point,
  /** `attention` is where the eye looks, found at intake; `person` was set by hand. */
  focalSource: z.enum(['attention', 'person']),
  thumbnailUrl: z.string(),
  /** Null for a picture. */
  video: assetVideo.nullable(),
  /** Null while nothing is noted of them. */
  rights: assetRights.nullable(),
  addedAt: instant,
  trashedAt: instant.nullable(),
  /** Renditions exported so far. */
  exportCount: z.int()
})
export type Asset = z.infer<typeof asset>

export const handCrop = z.object({ placementId: z.string(), rect: fractionRect })

export const assetSort = z.enum(['added', 'name', 'size'])
export const assetFilter = z.object({
  /** Words looked for in title, file name, alternative text and tags; the last word may be unfinished. */
  search: z.string().max(200).optional(),
  tag: z.string().max(80).optional(),
  starred: z.boolean().optional(),
  missingAltText: z.boolean().optional(),
  video: z.boolean().optional(),
  /** Rights that have ended, end within thirty days, or wait for consent. */
  rights: z.boolean().optional(),
  trashed: z.boolean().default(false),
  sort: assetSort.default('added'),
  descending: z.boolean().default(true)
})

const ids = z.array(id).min(1).max(100_000)

export const assetsContract = {
  /** Takes uploaded or picked files in, one item a file; what cannot be taken stands in the job's report. */
  add: clientOperation('job', 'not-found.file-token', 'validation.nothing-selected', 'conflict.client-archived')
    .input(clientScope.extend({ files: z.array(z.string()).max(5000) }))
    .output(jobStarted),
  list: clientOperation('query')
    .input(clientScope.extend(assetFilter.shape).extend(pageInput))
    .output(z.object({ total: z.int(), assets: z.array(asset) })),
  /** Ids of everything a filter shows, for "select all" without loading it. */
  listIds: clientOperation('query')
    .input(clientScope.extend(assetFilter.shape))
    .output(z.object({ ids: z.array(id) })),
  get: clientOperation('query', 'not-found.asset')
    .input(clientScope.extend({ assetId: id }))
    .output(asset.extend({ previewUrl: z.string(), downloadUrl: z.string(), playUrl: z.string().nullable(), crops: z.array(handCrop), exports: z.array(z.object({ jobId: id, placementId: z.string(), path: z.string(), finishedAt: instant })) })),
  counts: clientOperation('query')
    .input(clientScope)
    .output(
      z.object({ all: z.int(), starred: z.int(), missingAltText: z.int(), videos: z.int(), unreadVideos: z.int(), rights: z.int(), trashed: z.int(), tags: z.array(z.object({ name: z.string(), count: z.int() })) })
    ),
  update: clientOperation('command', 'not-found.asset', 'conflict.client-archived')
    .input(clientScope.extend({ assetId: id, title: z.string().max(300).optional(), altText: z.string().max(10_000).optional() }))
    .output(asset),
  /** Stars and tags of many assets, as one step that one undo takes back. */
  updateMany: clientOperation('command', 'not-found.asset', 'conflict.client-archived')
    .input(
      clientScope.extend({
        ids,
        starred: z.boolean().optional(),
        addTags: z.array(z.string().trim().min(1).max(80)).max(50).default([]),
        removeTags: z.array(z.string()).max(50).default([])
      })
    )
    .output(z.object({ changed: z.int() })),
  /** What may be done with assets, as one step: what is left out stays as it is. A new end or consent takes the reason to use them anyway away. */
  setRights: clientOperation('command', 'not-found.asset', 'conflict.client-archived')
    .input(clientScope.extend({ ids, rights: rightsChange }))
    .output(z.object({ changed: z.int() })),
  /** Where the cover of a video is taken from; null: near the beginning. Pictures have none. */
  setCover: clientOperation('command', 'not-found.asset', 'conflict.client-archived')
    .input(clientScope.extend({ assetId: id, seconds: z.number().min(0).max(10_000_000).nullable() }))
    .output(asset),
  /** Reads the facts of videos that were kept unread; without ids, of all of them. */
  readVideos: clientOperation('job', 'not-found.asset', 'validation.nothing-selected', 'conflict.client-archived')
    .input(clientScope.extend({ ids: ids.optional() }))
    .output(jobStarted),
  /** `focal` null goes back to the point found at intake. */
  setFocalPoint: clientOperation('command', 'not-found.asset', 'conflict.client-archived')
    .input(clientScope.extend({ assetId: id, focal: point.nullable() }))
    .output(asset),
  /** `rect` null takes the hand-made crop away. */
  setCrop: clientOperation('command', 'not-found.asset', 'validation.placement', 'conflict.client-archived')
    .input(clientScope.extend({ assetId: id, placementId: z.string(), rect: fractionRect.nullable() }))
    .output(z.object({ crops: z.array(handCrop) })),
  trash: clientOperation('command', 'not-found.asset', 'conflict.client-archived')
    .input(clientScope.extend({ ids }))
    .output(z.object({ changed: z.int() })),
  untrash: clientOperation('command', 'not-found.asset', 'conflict.client-archived')
    .input(clientScope.extend({ ids }))
    .output(z.object({ changed: z.int() })),
  /** Deletes everything in the trash for good, files included; cannot be undone, so `confirm` is the number of assets shown. */
  emptyTrash: clientOperation('command', 'validation.input', 'conflict.client-archived')
    .input(clientScope.extend({ confirm: z.int() }))
    .output(done.extend({ removed: z.int() }))
}
