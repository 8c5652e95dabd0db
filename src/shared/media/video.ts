/** Video files that the library takes. They are kept as they are: nothing here draws into one. */
export const VIDEO_FORMATS = ['mp4', 'mov', 'm4v', 'webm'] as const
export type VideoFormat = (typeof VIDEO_FORMATS)[number]

const formats: ReadonlySet<string> = new Set(VIDEO_FORMATS)
export const isVideoFormat = (format: string): format is VideoFormat => formats.has(format)

/** File name extensions (lower case, no dot) that each goes by. Those of the MP4 family are used for one another. */
const EXTENSIONS: Record<VideoFormat, readonly string[]> = {
  mp4: ['mp4', 'm4v', 'mov', 'mp4v'],
  m4v: ['m4v', 'mp4'],
  mov: ['mov', 'qt', 'mp4', 'm4v'],
  webm: ['webm']
}

/** Whether a name may stand for the content; one without an extension may. */
export const isNamedFor = (extension: string, format: VideoFormat): boolean => extension === '' || EXTENSIONS[format].includes(extension)

/** Bytes that a video may have: the largest that a network but YouTube takes. */
export const VIDEO_BYTES = 8_000_000_000

/** The shape that a video is laid out in until its own is known. */
export const UNREAD_SHAPE = { width: 1920, height: 1080 } as const

/** What a program that reads videos said of one. */
export interface VideoFacts {
  /** Pixels as it is shown: turned, and of square pixels. */
  width: number
  height: number
  seconds: number | null
  framesPerSecond: number | null
  /** As ffprobe names them: `h264`, `hevc`, `vp9`, `aac`, `opus`. */
  codec: string | null
  audioCodec: string | null
  hasAudio: boolean
  bitsPerSecond: number | null
}

/** Seconds into the video that the cover is taken from: what was chosen, else a moment in, since many begin in black. */
export function coverMoment(video: { seconds: number | null; coverSeconds: number | null }): number {
  const moment = video.coverSeconds ?? Math.min(1, (video.seconds ?? 0) / 10)
  const last = Math.max(0, (video.seconds ?? moment) - 0.1)
  return Math.round(Math.min(moment, last) * 1000) / 1000
}
