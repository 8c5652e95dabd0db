import { Command, type CommanderError } from 'commander'
import { notEmpty, type Cli } from './command-kit'
import { addAssetCommands } from './commands/asset.command'
import { addCallCommands } from './commands/call.command'
import { addCheckCommand } from './commands/check.command'
import { addClientCommands } from './commands/client.command'
import { addCountCommand } from './commands/count.command'
import { addDemoCommand } from './commands/demo.command'
import { addExportCommand } from './commands/export.command'
import { addHistoryCommands } from './commands/history.command'
import { addHomeCommand } from './commands/home.command'
import { addImportCommand } from './commands/import.command'
import { addJobsCommands } from './commands/jobs.command'
import { addPackCommand } from './commands/pack.command'
import { addPlacementsCommand } from './commands/placements.command'
import { addReportCommand } from './commands/report.command'
import { addServeCommand } from './commands/serve.command'

/** A command line that could not be understood, with the usage of the command it was meant for. */
export class UsageError extends Error {
  readonly code = 'validation.input'
  readonly data: { issues: { path: string; message: string }[] }
  readonly usage: string

  constructor(cause: CommanderError, usage: string, said: string) {
    super(cause.message, { cause })
    this.usage = usage
    const message = said.replace(/^error: /, '').replace(/\n/g, ' ')
    this.data = { issues: [{ path: '', message }] }
  }
}

const SAID: ReadonlySet<string> = new Set(['commander.helpDisplayed', 'commander.version'])

function pathOf(command: Command): string {
  const names: string[] = []
  for (let one: Command | null = command; one; one = one.parent) names.unshift(one.name())
  return names.join(' ')
}

function settle(command: Command, cli: Cli): void {
  command.exitOverride((error) => {
    if (SAID.has(error.code)) throw error
    // A group without one of its commands: commander shows its help and has no words for it.
    const said = error.code === 'commander.help' ? cli.t('cli.problem.noCommand', { usage: pathOf(command) }) : error.message
    throw new UsageError(error, `${pathOf(command)} ${command.usage()}`, said)
  })
  // Help goes out as it is; what commander says of mistakes is said once, by the command line itself.
  command.configureOutput({ writeErr: () => undefined })
  command.configureHelp({ showGlobalOptions: true })
  for (const one of command.commands) settle(one, cli)
}

/** All commands of `greenroom`. */
export function createProgram(cli: Cli, version: string): Command {
  const { t } = cli
  const examples = ['demo', 'client add "North Gallery"', 'asset add --client "North Gallery" photos/', 'export --client "North Gallery" --all --placement network:instagram --out sizes']
  const program = new Command('greenroom')
    .description(t('cli.about'))
    .version(version, '--version', t('cli.option.version'))
    .helpOption('-h, --help', t('cli.option.help'))
    .helpCommand(false)
    .option('--home <folder>', t('cli.option.home'), notEmpty(cli))
    .option('--json', t('cli.option.json'))
    .option('--quiet', t('cli.option.quiet'))
    .addHelpText('after', `\n${t('cli.examples')}\n${examples.map((line) => `  $ greenroom ${line}`).join('\n')}`)
  addClientCommands(program, cli)
  addAssetCommands(program, cli)
  addPlacementsCommand(program, cli)
  addCountCommand(program, cli)
  addExportCommand(program, cli)
  addImportCommand(program, cli)
  addPackCommand(program, cli)
  addReportCommand(program, cli)
  addJobsCommands(program, cli)
  addHistoryCommands(program, cli)
  addCheckCommand(program, cli)
  addServeCommand(program, cli)
  addHomeCommand(program, cli)
  addDemoCommand(program, cli)
  addCallCommands(program, cli)
  settle(program, cli)
  return program
}
