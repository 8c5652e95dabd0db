import type { AssetVideo } from '../../../../shared/features/assets/asset-parts.schema'
import { UNREAD_SHAPE, type VideoFacts } from '../../../../shared/media/video'
import type { Reader, Tx } from '../../context'
import { chunks, updateAsset } from './assets.repository'

interface VideoRow {
  id: string
  asset_id: string
  read_at: string | null
  seconds: number | null
  frames_per_second: number | null
  video_codec: string | null
  audio_codec: string | null
  has_audio: number | null
  bits_per_second: number | null
  cover_seconds: number | null
}

const toVideo = (row: VideoRow): AssetVideo => ({
  read: row.read_at !== null,
  seconds: row.seconds,
  framesPerSecond: row.frames_per_second,
  codec: row.video_codec,
  audioCodec: row.audio_codec,
  hasAudio: row.has_audio === null ? null : row.has_audio === 1,
  bitsPerSecond: row.bits_per_second,
  coverSeconds: row.cover_seconds
})

const toColumns = (facts: VideoFacts, at: string) => ({
  read_at: at,
  seconds: facts.seconds,
  frames_per_second: facts.framesPerSecond,
  video_codec: facts.codec,
  audio_codec: facts.audioCodec,
  has_audio: facts.hasAudio ? 1 : 0,
  bits_per_second: facts.bitsPerSecond
})

/** What is known of the videos among assets, by asset. */
export async function listVideos(db: Reader | Tx, assetIds: readonly string[]): Promise<Map<string, AssetVideo>> {
  const videos = new Map<string, AssetVideo>()
  for (const ids of chunks([...new Set(assetIds)])) {
    for (const row of (await db('asset_video').whereIn('asset_id', ids)) as VideoRow[]) videos.set(row.asset_id, toVideo(row))
  }
  return videos
}

export async function findVideoBySha(db: Reader, sha256: string): Promise<AssetVideo | undefined> {
  const row = (await db('asset_video').join('asset', 'asset.id', 'asset_video.asset_id').where('asset.sha256', sha256).first('asset_video.*')) as VideoRow | undefined
  return row && toVideo(row)
}

/** @param facts undefined: nothing could read it */
export async function insertVideo(tx: Tx, video: { id: string; assetId: string; facts: VideoFacts | undefined; at: string }): Promise<void> {
  const { id, assetId, facts, at } = video
  await tx('asset_video').insert({ id, asset_id: assetId, ...(facts && toColumns(facts, at)) })
}

/** The shape that an asset has with these facts. */
export const shapeOf = (facts: VideoFacts | undefined): { width: number; height: number } =>
  facts ? { width: facts.width, height: facts.height } : UNREAD_SHAPE

export async function updateVideoFacts(tx: Tx, assetId: string, facts: VideoFacts, at: string): Promise<void> {
  await tx('asset_video').where({ asset_id: assetId }).update(toColumns(facts, at))
  await updateAsset(tx, assetId, shapeOf(facts))
}

/** A cover that is there already is not written again. */
export async function updateCover(tx: Tx, assetId: string, seconds: number | null): Promise<void> {
  const row = (await tx('asset_video').where({ asset_id: assetId }).first('cover_seconds')) as Pick<VideoRow, 'cover_seconds'> | undefined
  if (row && row.cover_seconds !== seconds) await tx('asset_video').where({ asset_id: assetId }).update({ cover_seconds: seconds })
}

export interface VideoToRead {
  id: string
  sha256: string
  format: string
  file_name: string
}

/** Videos of the library whose facts are not known. */
export async function listUnreadVideos(db: Reader, assetIds?: readonly string[]): Promise<VideoToRead[]> {
  const query = db('asset_video').join('asset', 'asset.id', 'asset_video.asset_id').whereNull('asset_video.read_at').whereNull('asset.trashed_at')
  const rows = (await query.orderBy('asset.added_at').select('asset.id', 'asset.sha256', 'asset.format', 'asset.file_name')) as VideoToRead[]
  const wanted = assetIds && new Set(assetIds)
  return wanted ? rows.filter(({ id }) => wanted.has(id)) : rows
}
