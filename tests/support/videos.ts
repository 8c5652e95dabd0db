import { execFile } from 'node:child_process'
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ProgramHost } from '../../src/main/core'
import { nodePrograms } from '../../src/main/hosts/node/programs'

const box = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** The least that begins like a video of the MP4 family; `words` tells one file from another. */
export function tinyVideo(brand = 'isom', words = 'no pictures in here'): Buffer {
  return Buffer.concat([box('ftyp', Buffer.from(`${brand}\0\0\x02\0isommp41`, 'latin1')), box('mdat', Buffer.from(words))])
}

/** Begins like a WebM. */
export const tinyWebm = (): Buffer => Buffer.concat([Buffer.from('1a45dfa3a34286810142f7810142f2810442f381084282847765626d', 'hex'), Buffer.alloc(200)])

/** What ffprobe says of a portrait clip of 12.5 seconds. */
export const portraitFacts = {
  streams: [
    { codec_type: 'video', codec_name: 'h264', width: 1080, height: 1920, sample_aspect_ratio: '1:1', avg_frame_rate: '30000/1001', disposition: { attached_pic: 0 } },
    { codec_type: 'audio', codec_name: 'aac', avg_frame_rate: '0/0' }
  ],
  format: { duration: '12.500000', bit_rate: '6800000' }
}

/** A program that writes what it is told to, whatever it is asked. @returns the folder it lies in */
export async function fakeProgram(folder: string, name: string, body: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${body}\n`)
  await chmod(path, 0o755)
  return folder
}

export const fakeFfprobe = (folder: string, said: unknown): Promise<string> => fakeProgram(folder, 'ffprobe', `cat <<'END'\n${JSON.stringify(said)}\nEND`)

/** The programs of one folder alone, whatever the machine has. */
export const programsIn = (folder: string): ProgramHost => ({ find: (name, chosen) => nodePrograms.find(name, chosen ?? folder), run: nodePrograms.run })

/** A real clip of `seconds`, made by ffmpeg. */
export async function makeClip(path: string, seconds = 4): Promise<void> {
  const args = ['-nostdin', '-v', 'error', '-y', '-f', 'lavfi', '-i', `testsrc2=size=540x960:rate=30:duration=${seconds}`, '-f', 'lavfi', '-i', `sine=duration=${seconds}`]
  await promisify(execFile)('ffmpeg', [...args, '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-metadata', 'title=Taken at home', path])
}

/** Whether this machine has the real programs; tests of them are left out where it does not. */
export const hasRealPrograms = async (): Promise<boolean> =>
  (await nodePrograms.find('ffprobe')) !== undefined && (await nodePrograms.find('ffmpeg')) !== undefined
