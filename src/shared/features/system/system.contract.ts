import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { appEvent } from '../../contract/events'
import { done, id, operation } from '../../contract/base'

/** What the machine around the app may offer; a button hides where its capability is missing. */
export const hostCapability = z.enum(['pick-folder', 'reveal', 'open-external', 'notifications', 'window-controls'])
export type HostCapability = z.infer<typeof hostCapability>

const videoPrograms = z.object({ ffprobe: z.string().nullable(), ffmpeg: z.string().nullable(), folder: z.string().nullable() })

export const systemContract = {
  info: operation('query').output(
    z.object({
      version: z.string(),
      host: z.enum(['electron', 'loopback', 'cli', 'test']),
      capabilities: z.array(hostCapability),
      platform: z.string(),
      /** The machine's IANA zone. */
      zone: z.string(),
      homeFolder: z.string(),
      exportsFolder: z.string(),
      incomingFolder: z.string(),
      maxUploadBytes: z.int()
    })
  ),
  /** Everything that happens, until the stream is closed. Starts with `ready`. */
  events: operation('stream').output(eventIterator(appEvent)),
  /** Where the programs are that read videos; null for one that is not there. `folder` is what a person chose. */
  videoPrograms: operation('query').output(videoPrograms),
  /** `folder` null: wherever the machine has them. A folder without ffprobe is refused. */
  setVideoFolder: operation('host', 'not-found.file-token', 'not-found.file').input(z.object({ folder: z.string().nullable() })).output(videoPrograms),
  /** The system's folder dialog. `null` when the person closes it. */
  pickFolder: operation('host', 'unsupported.host-capability')
    .input(z.object({ purpose: z.enum(['export', 'adopt', 'programs']) }))
    .output(z.object({ folder: z.object({ token: z.string(), label: z.string() }).nullable() })),
  /** Shows an export's folder in the system's file manager. */
  reveal: operation('host', 'unsupported.host-capability', 'not-found.job', 'not-found.client')
    .input(z.object({ clientId: id, jobId: id }))
    .output(done),
  openExternal: operation('host', 'unsupported.host-capability', 'unsupported.url').input(z.object({ url: z.string().max(4000) })).output(done)
}
