import type { VideoFacts, VideoFormat } from '../../../shared/media/video'
import type { ProgramHost } from './programs'
import { readProbe } from './read-probe'

export interface VideoFile {
  /** Absolute. */
  path: string
  format: VideoFormat
}

/** What ffprobe made of a file: its facts, that it is no video, or nothing, since the program is not there or took too long. */
export type VideoReading = { state: 'read'; facts: VideoFacts } | { state: 'refused' } | { state: 'unread' }

/** Reads videos by the programs ffprobe and ffmpeg, where a person has them. Nothing here needs them to be there. */
export interface VideoTools {
  /** Absolute paths; null where there is none. */
  find(): Promise<{ ffprobe: string | null; ffmpeg: string | null }>
  read(file: VideoFile, signal?: AbortSignal): Promise<VideoReading>
  /** Writes one frame as JPEG, 2048 pixels wide at most. @returns false where that cannot be done */
  takeFrame(file: VideoFile, atSeconds: number, outPath: string, signal?: AbortSignal): Promise<boolean>
  /** Writes picture and sound as they are, without what the file says besides: place, camera, names. @returns false where that cannot be done */
  withoutMetadata(file: VideoFile, outPath: string, signal?: AbortSignal): Promise<boolean>
}

/** The reader is named, so that no file can ask for another one: a playlist that reaches elsewhere is no video. */
const readers: Readonly<Record<VideoFormat, string>> = { mp4: 'mov', m4v: 'mov', mov: 'mov', webm: 'matroska' }
const writers: Readonly<Record<VideoFormat, string>> = { mp4: 'mp4', m4v: 'mp4', mov: 'mov', webm: 'webm' }

/** Files only, by no protocol that leads anywhere else. */
const from = ({ path, format }: VideoFile): string[] => ['-protocol_whitelist', 'file', '-f', readers[format], '-i', `file:${path}`]
const quietly = ['-v', 'error']

const wanted =
  'format=duration,bit_rate:stream=codec_type,codec_name,width,height,sample_aspect_ratio,avg_frame_rate,duration:stream_disposition=attached_pic:stream_side_data=rotation:stream_tags=rotate'
const probeArgs = (file: VideoFile): string[] => [...quietly, '-print_format', 'json', '-show_entries', wanted, ...from(file)]

const scaled = "scale=iw*sar:ih,setsar=1,scale='min(2048,iw)':-2"
const frameArgs = (file: VideoFile, at: number, out: string): string[] => [
  '-nostdin', ...quietly, '-threads', '2', '-ss', at.toFixed(3), ...from(file), '-an', '-sn', '-dn', '-frames:v', '1', '-vf', scaled,
  '-c:v', 'mjpeg', '-q:v', '2', '-f', 'image2', '-update', '1', '-y', `file:${out}`
]
const remuxArgs = (file: VideoFile, out: string): string[] => [
  '-nostdin', ...quietly, ...from(file), '-map', '0:V', '-map', '0:a?', '-map_metadata', '-1', '-map_metadata:s', '-1', '-map_chapters', '-1', '-c', 'copy',
  '-fflags', '+bitexact', ...(file.format === 'webm' ? [] : ['-movflags', '+faststart']), '-f', writers[file.format], '-y', `file:${out}`
]

const SECONDS = 1000
const limits = { probe: 30 * SECONDS, frame: 60 * SECONDS, remux: 30 * 60 * SECONDS, output: 1_000_000 }

/** A grid asks for many covers at once; more than this many at a time would leave the rest of the app nothing. */
function takeTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let busy = 0
  return async (work) => {
    if (busy >= most) await new Promise<void>((next) => waiting.push(next))
    else busy += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy -= 1
    }
  }
}

/** @param folder where a person said that the programs are; undefined: where the host finds them */
export function createVideoTools(host: ProgramHost | undefined, folder: () => Promise<string | undefined>): VideoTools {
  const locate = async (name: 'ffprobe' | 'ffmpeg'): Promise<string | undefined> => host?.find(name, await folder())
  const makes = async (args: readonly string[], timeoutMs: number, signal: AbortSignal | undefined): Promise<boolean> => {
    const program = await locate('ffmpeg')
    if (!host || !program) return false
    const { code } = await host.run({ program, args, timeoutMs, maxOutput: limits.output, ...(signal && { signal }) })
    signal?.throwIfAborted()
    return code === 0
  }
  const inTurns = takeTurns(2)
  return {
    find: async () => ({ ffprobe: (await locate('ffprobe')) ?? null, ffmpeg: (await locate('ffmpeg')) ?? null }),
    async read(file, signal) {
      const program = await locate('ffprobe')
      if (!host || !program) return { state: 'unread' }
      const { code, output, ended } = await host.run({ program, args: probeArgs(file), timeoutMs: limits.probe, maxOutput: limits.output, ...(signal && { signal }) })
      signal?.throwIfAborted()
      // A program that does not start, or is ended for its time or its words, says nothing of the file.
      if (ended !== 'itself' || code === null) return { state: 'unread' }
      const facts = code === 0 ? readProbe(output) : undefined
      return facts ? { state: 'read', facts } : { state: 'refused' }
    },
    takeFrame: (file, at, out, signal) => inTurns(() => makes(frameArgs(file, at, out), limits.frame, signal)),
    withoutMetadata: (file, out, signal) => makes(remuxArgs(file, out), limits.remux, signal)
  }
}
