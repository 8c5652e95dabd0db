import { z } from 'zod'
import type { VideoFacts } from '../../../shared/media/video'

const decimal = z.string().max(40)
const stream = z.object({
  codec_type: z.string().max(40).optional(),
  codec_name: z.string().max(60).optional(),
  width: z.int().min(1).max(65_500).optional(),
  height: z.int().min(1).max(65_500).optional(),
  sample_aspect_ratio: decimal.optional(),
  avg_frame_rate: decimal.optional(),
  duration: decimal.optional(),
  disposition: z.object({ attached_pic: z.number().optional() }).optional(),
  tags: z.object({ rotate: decimal.optional() }).optional(),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).max(50).optional()
})
const probed = z.object({
  streams: z.array(stream).max(200),
  format: z.object({ duration: decimal.optional(), bit_rate: decimal.optional() }).optional()
})
type Stream = z.infer<typeof stream>

/** A figure above zero, or null: what a file says of itself may be anything. */
function figure(text: string | undefined, most: number): number | null {
  const value = Number(text)
  return text !== undefined && Number.isFinite(value) && value > 0 && value <= most ? value : null
}

/** `30000/1001` or `4:3` as a number. */
function quotient(text: string | undefined, most: number): number | null {
  const [over = '', under = '1'] = (text ?? '').split(/[/:]/)
  return figure(String(Number(over) / Number(under)), most)
}

const codecOf = ({ codec_name: name }: Stream): string | null => (name && /^[a-z0-9_]{1,40}$/.test(name) ? name : null)

const isTurned = ({ side_data_list: sides = [], tags }: Stream): boolean => {
  const angle = sides.find(({ rotation }) => rotation !== undefined)?.rotation ?? Number(tags?.rotate ?? 0)
  return Math.abs(Math.round(angle / 90)) % 2 === 1
}

function shapeOf(video: Stream): { width: number; height: number } | undefined {
  const { width, height } = video
  if (!width || !height) return undefined
  const square = Math.max(1, Math.round(width * (quotient(video.sample_aspect_ratio, 20) ?? 1)))
  return isTurned(video) ? { width: height, height: square } : { width: square, height }
}

const MOST_SECONDS = 10_000_000

/** Facts of a video from what ffprobe wrote as JSON; undefined where it says nothing of a video that can be believed. */
export function readProbe(output: string): VideoFacts | undefined {
  let said: unknown
  try {
    said = JSON.parse(output)
  } catch {
    return undefined
  }
  const parsed = probed.safeParse(said)
  if (!parsed.success) return undefined
  const { streams, format } = parsed.data
  const video = streams.find(({ codec_type: type, disposition }) => type === 'video' && disposition?.attached_pic !== 1)
  const audio = streams.find(({ codec_type: type }) => type === 'audio')
  const shape = video && shapeOf(video)
  if (!shape) return undefined
  return {
    ...shape,
    seconds: figure(format?.duration, MOST_SECONDS) ?? figure(video.duration, MOST_SECONDS),
    framesPerSecond: quotient(video.avg_frame_rate, 1000),
    codec: codecOf(video),
    audioCodec: audio ? codecOf(audio) : null,
    hasAudio: audio !== undefined,
    bitsPerSecond: Math.round(figure(format?.bit_rate, 1e12) ?? 0) || null
  }
}
