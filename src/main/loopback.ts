import { runLoopback } from './hosts/loopback'

await runLoopback(process.argv.slice(2), import.meta.dirname)
