import { VIDEO_BYTES } from '../../../shared/media/video'

const seconds = (count: number) => count * 1000

/** What the loopback host takes at most. */
export const loopbackLimits = {
  bodyBytes: 10_000_000,
  uploadBytes: VIDEO_BYTES,
  /** Objects and arrays within one another in a JSON body. */
  bodyDepth: 64,
  headers: 100,
  headerBytes: 16_384,
  headersMs: seconds(30),
  bodyMs: seconds(30),
  uploadMs: seconds(600),
  keepAliveMs: seconds(10),
  sockets: 128,
  /** Wrong tokens and codes before the rest is slowed down. */
  freeAttempts: 10,
  idleMs: seconds(30 * 60)
} as const
