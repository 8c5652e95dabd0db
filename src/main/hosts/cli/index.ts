import { readFileSync } from 'node:fs'
import { CommanderError } from 'commander'
import { createTranslator } from '../../../shared/i18n'
import { bundlePaths } from '../node/start-core'
import type { Answer } from './answer'
import { failed } from './failures'
import { failureAnswer, perform } from './perform'
import { createProgram, UsageError } from './program'
import { jsonText } from './table'

function readVersion(bundleDir: string): string {
  const { version } = JSON.parse(readFileSync(bundlePaths(bundleDir).manifest, 'utf8')) as { version: string }
  return version
}

/** One document for programs on standard output; for people, answers there and errors on standard error. */
function show({ json, lines, exitCode = 0 }: Answer, asJson: boolean, isError: boolean): number {
  if (asJson && json !== undefined) process.stdout.write(`${jsonText(json, 2)}\n`)
  else if (lines.length > 0) (isError ? process.stderr : process.stdout).write(`${lines.join('\n')}\n`)
  return exitCode
}

const isErrorDocument = (json: unknown): boolean => typeof json === 'object' && json !== null && 'error' in json && Object.keys(json).length === 1

/** A reader that has seen enough (`| head`) ends the output quietly. */
function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}

/**
 * The whole of `cli.js`.
 *
 * @param args what stands after the program's name
 * @param bundleDir folder of the running bundle, `out/main`
 * @returns the exit code: 0, that of an error's category, or 130 after Ctrl+C
 */
export async function runCli(args: readonly string[], bundleDir: string): Promise<number> {
  endQuietlyWithReader()
  const t = createTranslator('en')
  let exitCode = 0
  const program = createProgram(
    {
      t,
      async perform(options, work) {
        const answer = await perform(options, { t, bundleDir }, work)
        exitCode = show(answer, options.json === true, isErrorDocument(answer.json))
      }
    },
    readVersion(bundleDir)
  )
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode
    const hints = error instanceof UsageError ? [t('cli.hint.usage', { usage: error.usage })] : undefined
    const answer = hints ? failed(error, t, hints) : failureAnswer(error, t)
    return show(answer, args.includes('--json'), true)
  }
  return exitCode
}
