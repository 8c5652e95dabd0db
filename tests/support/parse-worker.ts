import { bundleForNode } from './bundle'

let built: Promise<string> | null = null

/** Path of the parse worker, bundled once for the test process. */
export const parseWorkerPath = (): Promise<string> => (built ??= bundleForNode('src/main/workers/parse/index.ts', 'parse-worker'))
