import { bundleForNode } from './bundle'

let built: Promise<string> | null = null

/** Path of the report worker, bundled once for the test process. */
export const reportWorkerPath = (): Promise<string> => (built ??= bundleForNode('src/main/workers/report/index.ts', 'report-worker'))
