import { createRouterClient } from '@orpc/server'
import { v7 as uuid } from 'uuid'
import type { CoreServices } from './context'
import type { Core, CoreOptions, Logger } from './core.types'
import { createEventHub } from './events'
import { logFailure } from './log-failure'
import { addAssetsJob, readVideosJob } from './features/assets'
import { openCalendar } from './features/calendar'
import { purgeRemoved } from './features/clients'
import { clearFigureDrafts, forgetUndoneFigures, purgeFigures, readFiguresJob } from './features/figure-imports'
import { packJobKind, startDueWatch } from './features/hand-off'
import { startAnswersWatch } from './features/inbox'
import { printLogJob } from './features/incidents'
import { exportPersonJob } from './features/people'
import { purgePostTrash } from './features/posts'
import { planExportJobKind } from './features/plan-export'
import { findProgramFolder } from './features/settings'
import { exportJobKind } from './features/renditions'
import { makeReportJob, purgeReportTrash } from './features/reports'
import { createFileTokens } from './files/file-tokens'
import { createMediaUrls } from './files/media-urls'
import { openMedia } from './files/open-media'
import { clearOldUploads, createUploads } from './files/uploads'
import { createJobRunner } from './jobs/job-runner'
import { createMediaPool } from './media/media-pool'
import { createVideoTools } from './media/video-tools'
import { createParsePool } from './parse/parse-pool'
import { createReportPool } from './reports/report-pool'
import { router } from './router'
import { openCatalog } from './workspaces/catalog'
import { homeFolders, makeFolders } from './workspaces/folders'
import { createWorkspaces } from './workspaces/workspaces'
import type { Workspace } from './workspaces/workspaces.types'

export type { Core, CoreOptions, DueNotice, HostServices, Logger, MediaFile } from './core.types'
export { checkGivenPath, type GivenPath } from './files/path-gate'
export type { MediaProcess, SpawnMedia } from './media/media-process'
export type { ProgramCall, ProgramEnd, ProgramHost } from './media/programs'
export type { ParseProcess } from './parse/parse-process'
export type { ReportProcess } from './reports/report-process'

const silent: Logger = { info: () => undefined, error: () => undefined }

const JOB_KINDS = [addAssetsJob, readVideosJob, exportJobKind, planExportJobKind, makeReportJob, packJobKind, printLogJob, readFiguresJob, exportPersonJob]

/** Comes round by itself, and keeps nobody from opening the client. */
async function tidyWorkspace(core: CoreServices, workspace: Workspace, startedAt: string): Promise<void> {
  const { now, logger } = core
  const chores = [() => purgePostTrash(workspace, now()), () => purgeReportTrash(workspace, now()), () => openCalendar(core, workspace, process.versions.tz ?? ''), () => clearFigureDrafts(workspace, startedAt, now())]
  for (const chore of chores) await chore().catch((error: unknown) => logFailure(logger, 'open-chore-failed', error))
  // Thousands of rows may have to go, which nobody waits for; what a closing cuts short goes on at the next opening.
  await forgetUndoneFigures(workspace, now()).then(
    (forgotten) => void purgeFigures(workspace, forgotten).catch((error: unknown) => logFailure(logger, 'purge-cut-short', error)),
    (error: unknown) => logFailure(logger, 'open-chore-failed', error)
  )
}

/** The application: everything but a host. @throws AppError `unavailable.disk`, `conflict.newer-workspace` for the catalog */
export async function createCore(options: CoreOptions): Promise<Core> {
  const home = homeFolders(options.home)
  const { root, workspaces: live, removed, incoming, uploads: uploadFolder, exports, backups } = home
  await makeFolders(root, live, removed, incoming, uploadFolder, exports, backups)

  const clock = options.now ?? (() => new Date())
  const now = () => clock().toISOString()
  const startedAt = now()
  const newId = options.newId ?? uuid
  const logger = options.logger ?? silent
  const catalog = await openCatalog(home, now)
  const events = createEventHub()
  const { emit } = events
  const tokens = createFileTokens()
  const jobs = createJobRunner(() => core)
  const workspaces = createWorkspaces({
    home,
    catalog,
    holder: options.hostName,
    now,
    emit,
    afterOpen: async (workspace) => {
      await jobs.recover(workspace)
      await tidyWorkspace(core, workspace, startedAt)
    },
    beforeClose: (clientId) => jobs.stop(clientId),
    isBusy: (clientId) => jobs.isBusy(clientId),
    onCloseFailed: (error) => logFailure(logger, 'workspace-close-failed', error)
  })
  const core: CoreServices = {
    options,
    home,
    catalog,
    workspaces,
    jobs,
    tokens,
    events,
    emit,
    now,
    newId,
    logger,
    media: createMediaPool({ spawn: options.spawnMedia, newId, logger }),
    videos: createVideoTools(options.programs, () => findProgramFolder(catalog.reader)),
    reports: createReportPool({ spawn: options.spawnReport, newId }),
    parse: createParsePool({ spawn: options.spawnParse, newId, logger }),
    urls: createMediaUrls(() => clock().getTime())
  }
  for (const kind of JOB_KINDS) jobs.register(kind)

  // Housekeeping: what cannot be done now is done at the next start, and keeps nobody from working.
  const chores = [() => workspaces.reconcile(), () => purgeRemoved(core), () => clearOldUploads(uploadFolder, clock().getTime())]
  for (const chore of chores) await chore().catch((error: unknown) => logFailure(logger, 'start-chore-failed', error))
  // A command of the command line is over before anything comes due.
  const watched = options.hostName === 'electron' || options.hostName === 'loopback'
  const watches = watched ? [startDueWatch(core), startAnswersWatch(core)] : []
  return asCore(core, createUploads(uploadFolder, tokens, newId), async () => {
    for (const watch of watches) await watch.stop()
  })
}

function asCore(core: CoreServices, uploads: ReturnType<typeof createUploads>, stopWatches: () => Promise<void>): Core {
  return {
    router,
    services: core,
    client: createRouterClient(router, { context: { core } }),
    subscribe: (listener) => core.events.subscribe(listener),
    openMedia: (path) => core.workspaces.during(() => openMedia(core, path)),
    receiveUpload: (fileName, body) => uploads.receive(fileName, body),
    registerPath: (path) => core.tokens.register({ path }),
    async close() {
      await stopWatches()
      await core.jobs.stop()
      await core.workspaces.closeAll()
      await core.media.close()
      await core.reports.close()
      await core.parse.close()
      await core.catalog.close()
    }
  }
}
