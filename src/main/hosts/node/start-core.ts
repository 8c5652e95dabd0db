import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCore, type Core, type CoreOptions } from '../../core'
import { homeFolder } from './home-folder'
import { createLogFile } from './log-file'
import { nodePrograms } from './programs'
import { spawnMediaWithNode } from './spawn-media'
import { spawnParseWithNode } from './spawn-parse'
import { spawnReportWithNode } from './spawn-report'

interface StartOptions extends Pick<CoreOptions, 'hostName' | 'host' | 'logger'> {
  /** `--home`; where it is left out, `GREENROOM_HOME` or the system's place for data. */
  home?: string
  /** Folder of the running bundle, `out/main`: `import.meta.dirname` of an entry. */
  bundleDir: string
}

/** Where things lie, seen from the bundle `out/main`. */
export function bundlePaths(bundleDir: string) {
  const root = join(bundleDir, '..', '..')
  return {
    resources: join(root, 'resources'),
    renderer: join(bundleDir, '..', 'renderer'),
    manifest: join(root, 'package.json'),
    mediaWorker: join(bundleDir, 'media-worker.js'),
    reportWorker: join(bundleDir, 'report-worker.js'),
    parseWorker: join(bundleDir, 'parse-worker.js')
  }
}

function readVersion(manifest: string): string {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  return version
}

/** Puts the core together for hosts that run on Node alone. */
export function startCore({ home, bundleDir, ...options }: StartOptions): Promise<Core> {
  const paths = bundlePaths(bundleDir)
  const folder = homeFolder(home)
  return createCore({
    logger: createLogFile(folder),
    ...options,
    home: folder,
    resources: paths.resources,
    version: readVersion(paths.manifest),
    spawnMedia: () => spawnMediaWithNode(paths.mediaWorker),
    spawnReport: () => spawnReportWithNode(paths.reportWorker),
    spawnParse: () => spawnParseWithNode(paths.parseWorker),
    programs: nodePrograms
  })
}
