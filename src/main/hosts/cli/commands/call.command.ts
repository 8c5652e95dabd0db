import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import { AppError } from '../../../../shared/errors/app-error'
import type { Answer } from '../answer'
import { act, addCommand, type Cli } from '../command-kit'
import { followJob } from '../follow-job'
import { allOperations, callOperation, findOperation, unknownKeys, type Operation } from '../operations'
import type { Session } from '../session'
import { jsonText, table } from '../table'

const PATH_KEY = '$path'
/** Commands that set a job going, beside those whose kind is `job`. */
const STARTS_A_JOB: ReadonlySet<string> = new Set(['jobs.resume'])

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Puts a token in the place of every `{"$path": "photo.jpg"}`: paths never enter the contract. */
export function withTokens(value: unknown, tokenOf: (path: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => withTokens(one, tokenOf))
  if (!isRecord(value)) return value
  const path = value[PATH_KEY]
  if (typeof path === 'string' && Object.keys(value).length === 1) return tokenOf(path)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTokens(one, tokenOf)]))
}

async function readInput(session: Session, given: string | undefined): Promise<unknown> {
  const json = given === '-' ? await text(process.stdin) : given
  if (json === undefined || json.trim() === '') return undefined
  try {
    return JSON.parse(json) as unknown
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    throw new AppError('validation.input', { issues: [{ path: session.t('cli.call.notJson'), message }] }, { cause: error })
  }
}

const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

/** A stream goes out as it comes, one JSON document a line, until it ends or Ctrl+C is pressed. */
async function printStream(session: Session, stream: AsyncIterable<unknown>): Promise<void> {
  for await (const event of stream) session.print(jsonText(event) ?? '')
}

function startedJob(operation: Operation, output: unknown): string | undefined {
  if (!isRecord(output)) return undefined
  const id = operation.kind === 'job' ? output.jobId : STARTS_A_JOB.has(operation.name) ? output.id : undefined
  return typeof id === 'string' ? id : undefined
}

async function settled(session: Session, operation: Operation, input: unknown, output: unknown): Promise<unknown> {
  const jobId = startedJob(operation, output)
  if (jobId === undefined || !isRecord(input) || typeof input.clientId !== 'string') return output
  const job = await followJob(session, input.clientId, jobId)
  return { jobId, job }
}

async function call(session: Session, options: { wait: boolean }, name: string, json: string | undefined): Promise<Answer> {
  const operation = findOperation(name)
  const given = await readInput(session, json)
  const unknown = await unknownKeys(operation.name, withTokens(given, (path) => path))
  // A key that was misspelled would be left out without a word, and the call would do something else than it says.
  if (unknown.length > 0) throw new AppError('validation.input', { issues: unknown.map((path) => ({ path, message: session.t('cli.call.unknownKey') })) })
  const core = await session.core()
  const input = withTokens(given, (path) => core.registerPath(resolve(session.cwd, path)))
  const output = await callOperation(core.client, name, input, session.signal)
  if (isStream(output)) {
    await printStream(session, output)
    return { json: undefined, lines: [] }
  }
  const result = options.wait ? await settled(session, operation, input, output) : output
  return { json: result, lines: [jsonText(result, 2) ?? ''] }
}

async function listOperations({ t }: Session): Promise<Answer> {
  const operations = allOperations()
  const columns = [{ heading: t('cli.column.operation') }, { heading: t('cli.column.kind') }]
  return { json: { operations }, lines: table(columns, operations.map(({ name, kind }) => [name, kind])) }
}

/** `greenroom call` and `greenroom operations` */
export function addCallCommands(program: Command, cli: Cli): void {
  const { t } = cli
  const filesForm = JSON.stringify({ [PATH_KEY]: 'photo.jpg' })
  addCommand(program, cli, {
    name: 'call',
    about: 'cli.call.about',
    examples: [`call clients.create '{"name": "North Gallery"}'`, `call assets.list '{"clientId": "…", "search": "harbor"}'`]
  })
    .argument('<operation>', t('cli.call.operation'))
    .argument('[json]', t('cli.call.json'))
    .option('--no-wait', t('cli.call.noWait'))
    .addHelpText('after', `\n${t('cli.call.files', { form: filesForm })}`)
    .action(act<{ wait: boolean }, [string, string | undefined]>(cli, call))
  addCommand(program, cli, { name: 'operations', about: 'cli.operations.about', examples: ['operations', 'operations --json'] }).action(
    act(cli, listOperations)
  )
}
