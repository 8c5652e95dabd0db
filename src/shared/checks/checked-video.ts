import type { AssetVideo } from '../features/assets/asset-parts.schema'
import type { CheckedMedia } from './checks.types'

/** What the rules need to know of a video; nothing of what is none. */
export function checkedVideo(video: AssetVideo | null): Pick<CheckedMedia, 'seconds' | 'codec' | 'audioCodec' | 'framesPerSecond' | 'bitsPerSecond' | 'unread'> {
  if (!video) return {}
  const { seconds, codec, audioCodec, framesPerSecond, bitsPerSecond, read } = video
  return read ? { seconds, codec, audioCodec, framesPerSecond, bitsPerSecond } : { unread: true }
}
