import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { homeFolder } from '../../node/home-folder'
import type { Answer } from '../answer'
import { act, addCommand, type Cli } from '../command-kit'
import type { Session } from '../session'
import { printable } from '../table'

/** Looks only: a home that is not there yet is not made. */
function home(session: Session): Promise<Answer> {
  const folder = homeFolder(session.home)
  const used = existsSync(join(folder, 'catalog.sqlite'))
  const line = used ? folder : session.t('cli.home.unused', { folder })
  return Promise.resolve({ json: { home: folder, used }, lines: [printable(line)], exitCode: 0 })
}

/** `greenroom home` */
export function addHomeCommand(program: Command, cli: Cli): void {
  addCommand(program, cli, { name: 'home', about: 'cli.home.about', examples: ['home', 'home --json'] }).action(act<object>(cli, home))
}
