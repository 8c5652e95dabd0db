import { bundleForNode } from './bundle'

let built: Promise<string> | null = null

/** Path of the media worker, bundled once for the test process. */
export const mediaWorkerPath = (): Promise<string> => (built ??= bundleForNode('src/main/workers/media/index.ts', 'media-worker'))
