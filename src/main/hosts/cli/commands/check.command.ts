import type { Command } from 'commander'
import type { AppOutputs } from '../../../../shared/contract'
import type { Answer } from '../answer'
import { act, addCommand, clientOption, type Cli, type OfClient } from '../command-kit'
import { exitCodeOf } from '../failures'
import { findClient } from '../find-client'
import type { Session } from '../session'
import { printable } from '../table'

type Findings = AppOutputs['clients']['check']

function databaseLines({ t }: Session, { integrity, foreignKeys, schemaVersion }: Findings['database']): string[] {
  const faults = integrity.filter((line) => line !== 'ok')
  const broken = foreignKeys > 0 ? [t('cli.check.foreignKeys', { n: foreignKeys })] : []
  const all = [...faults, ...broken]
  const whole = t('cli.check.databaseOk', { version: schemaVersion })
  return (all.length > 0 ? all : [whole]).map((what) => t('cli.check.database', { what }))
}

async function check(session: Session, options: OfClient): Promise<Answer> {
  const { t, formats } = session
  const { id: clientId, name } = await findClient(session, options.client)
  const findings = await (await session.client()).clients.check({ clientId })
  const { originals } = findings
  const lines = [
    t(findings.ok ? 'cli.check.ok' : 'cli.check.notOk', { name }),
    ...databaseLines(session, findings.database),
    t('cli.check.originals', { n: originals.checked, bytes: formats.bytes(originals.bytes) }),
    ...originals.missing.map((one) => t('cli.check.missing', { name: one.fileName })),
    ...originals.damaged.map((one) => t('cli.check.damaged', { name: one.fileName }))
  ]
  return { json: { clientId, ...findings }, lines: lines.map(printable), exitCode: findings.ok ? 0 : exitCodeOf('corrupt') }
}

/** `greenroom check` */
export function addCheckCommand(program: Command, cli: Cli): void {
  addCommand(program, cli, { name: 'check', about: 'cli.check.about', examples: ['check --client "North Gallery"'] })
    .addOption(clientOption(cli))
    .action(act<OfClient>(cli, check))
}
