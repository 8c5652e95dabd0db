import { join } from 'node:path'
import { AppError } from '../../../../shared/errors/app-error'
import { VIDEO_BYTES } from '../../../../shared/media/video'
import { gateUrl } from '../../../../shared/url-gate'
import type { CoreServices } from '../../context'
import { os } from '../../router-base'
import { findPackFolder } from '../hand-off'
import { findPlanInput } from '../plan-export'
import { findExportFolder } from '../renditions'
import { findLogFolder } from '../incidents'
import { findReportFolder } from '../reports'
import { findProgramFolder, putProgramFolder } from '../settings'

function missing(capability: string): AppError {
  return new AppError('unsupported.host-capability', { capability })
}

async function videoPrograms(core: CoreServices) {
  return { ...(await core.videos.find()), folder: (await findProgramFolder(core.catalog.reader)) ?? null }
}

export const systemHandlers = {
  info: os.system.info.handler(({ context }) => {
    const { options, home } = context.core
    return {
      version: options.version,
      host: options.hostName,
      capabilities: options.host?.capabilities ?? [],
      platform: process.platform,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      homeFolder: home.root,
      exportsFolder: home.exports,
      incomingFolder: home.incoming,
      maxUploadBytes: VIDEO_BYTES
    }
  }),
  events: os.system.events.handler(({ context, signal }) => context.core.events.stream(signal)),
  videoPrograms: os.system.videoPrograms.handler(({ context }) => videoPrograms(context.core)),
  setVideoFolder: os.system.setVideoFolder.handler(async ({ input, context }) => {
    const { core } = context
    const folder = input.folder === null ? null : core.tokens.resolve(input.folder).path
    if (folder !== null && !(await core.options.programs?.find('ffprobe', folder))) throw new AppError('not-found.file', { path: join(folder, 'ffprobe') })
    await core.catalog.write((tx) => putProgramFolder(tx, folder))
    return videoPrograms(core)
  }),
  pickFolder: os.system.pickFolder.handler(async ({ input, context }) => {
    const pick = context.core.options.host?.pickFolder
    if (!pick) throw missing('pick-folder')
    const path = await pick(input.purpose)
    return { folder: path ? { token: context.core.tokens.register({ path }), label: path } : null }
  }),
  reveal: os.system.reveal.handler(async ({ input, context }) => {
    const reveal = context.core.options.host?.reveal
    if (!reveal) throw missing('reveal')
    const { reader } = await context.workspace(input.clientId)
    await reveal((await findPackFolder(reader, input.jobId)) ?? (await findPlanInput(reader, input.jobId))?.folder ?? (await findReportFolder(reader, input.jobId)) ?? (await findLogFolder(reader, input.jobId)) ?? (await findExportFolder(reader, input.jobId)))
    return { ok: true as const }
  }),
  openExternal: os.system.openExternal.handler(async ({ input, context }) => {
    const open = context.core.options.host?.openExternal
    if (!open) throw missing('open-external')
    const url = gateUrl(input.url)
    if (!url) throw new AppError('unsupported.url', { url: input.url.slice(0, 200) })
    await open(url)
    return { ok: true as const }
  })
}
