import { runCli } from './hosts/cli'

process.exitCode = await runCli(process.argv.slice(2), import.meta.dirname)
