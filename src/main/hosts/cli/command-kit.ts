import { InvalidArgumentError, Option, type Command, type OptionValues } from 'commander'
import type { MessageKey, Translator } from '../../../shared/i18n'
import type { Answer } from './answer'
import type { GlobalOptions, Session } from './session'

/** What the commands are built with. */
export interface Cli {
  t: Translator
  /** Runs a command's work in a session of its own and prints its answer. */
  perform(options: GlobalOptions, work: (session: Session) => Promise<Answer>): Promise<void>
}

export interface CommandSpec {
  /** Name and arguments as commander takes them: `add <name>`. */
  name: string
  about: MessageKey
  /** What stands after `greenroom`; shown below the help text. */
  examples: readonly string[]
}

/** Adds a command with its description and its examples. */
export function addCommand(parent: Command, cli: Cli, spec: CommandSpec): Command {
  const examples = spec.examples.map((line) => `  $ greenroom ${line}`).join('\n')
  return parent
    .command(spec.name)
    .description(cli.t(spec.about))
    .helpCommand(false)
    .helpOption('-h, --help', cli.t('cli.option.help'))
    .addHelpText('after', `\n${cli.t('cli.examples')}\n${examples}`)
}

/** The action of a command: `work` gets the session, the options and the arguments in their order. */
export function act<O extends OptionValues, A extends unknown[] = []>(
  cli: Cli,
  work: (session: Session, options: O & GlobalOptions, ...args: A) => Promise<Answer>
): (this: Command, ...all: unknown[]) => Promise<void> {
  return async function action(this: Command, ...all: unknown[]) {
    const options = this.optsWithGlobals<O & GlobalOptions>()
    // Commander appends the options and the command itself.
    const args = all.slice(0, -2) as A
    await cli.perform(options, (session) => work(session, options, ...args))
  }
}

export interface OfClient {
  client: string
}

/** `--client`, which most commands need. */
export function clientOption(cli: Cli): Option {
  return new Option('-c, --client <client>', cli.t('cli.option.client')).makeOptionMandatory()
}

/** Gathers an option that may be given several times. */
export const several = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]

/** Reads a number in bounds. */
export function numberBetween(cli: Cli, min: number, max: number, whole = false): (value: string) => number {
  return (value) => {
    const number = value.trim() === '' ? NaN : Number(value)
    if (number >= min && number <= max && (!whole || Number.isInteger(number))) return number
    throw new InvalidArgumentError(cli.t('cli.problem.number', { value, min, max }))
  }
}

/** Refuses an empty path, which a shell's unset variable leaves behind and which would mean the current folder. */
export function notEmpty(cli: Cli): (value: string) => string {
  return (value) => {
    if (value === '') throw new InvalidArgumentError(cli.t('cli.problem.emptyPath'))
    return value
  }
}
