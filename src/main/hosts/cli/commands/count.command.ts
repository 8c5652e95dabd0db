import { buffer } from 'node:stream/consumers'
import { Option, type Command } from 'commander'
import type { Network } from '../../../../shared/channels/catalog.schema'
import { channelCatalog } from '../../../../shared/channels/catalog'
import { AppError } from '../../../../shared/errors/app-error'
import { countText, findNetworkNamed, findTextField, tagsOf, textFieldsOf, type TextCount } from '../../../../shared/text'
import type { Answer } from '../answer'
import { act, addCommand, numberBetween, type Cli } from '../command-kit'
import type { Session } from '../session'
import { suggest } from '../suggest'

interface CountOptions {
  network: string
  field?: string
  contentWarning?: string
  limit?: number
}

const STANDARD_INPUT = '-'
const LARGEST_LIMIT = 1_000_000

function refused(path: string, message: string, suggestions: string[]): AppError {
  return new AppError('validation.input', { issues: [{ path, message }], suggestions })
}

function networkOf({ t }: Session, name: string): Network {
  const found = findNetworkNamed(name)
  if (found) return found
  const ids = channelCatalog.channels.map(({ id }) => id)
  const known = channelCatalog.channels.flatMap((one) => [one.id, ...one.aliases])
  throw refused('--network', t('cli.count.unknownNetwork', { name, names: ids.join(', ') }), suggest(name, known))
}

function checkField({ t }: Session, network: Network, name: string | undefined): void {
  if (name === undefined || findTextField(network.id, name)) return
  const names = textFieldsOf(network.id).map(({ field }) => field)
  throw refused('--field', t('cli.count.unknownField', { network: network.name, name, names: names.join(', ') }), suggest(name, names))
}

/**
 * Standard input ends in a line break that an editor or `echo` put there: one is taken off, the rest is the text. It is
 * read as bytes, since a text decoder drops a byte order mark, which counts.
 */
async function textOf(given: string): Promise<string> {
  if (given !== STANDARD_INPUT) return given
  return (await buffer(process.stdin)).toString('utf8').replace(/\r?\n$/u, '')
}

/** Tags may come as a JSON list as well, for those that hold a comma. */
function listed(text: string): string | string[] {
  if (!text.trimStart().startsWith('[')) return tagsOf(text)
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value.map(String) : tagsOf(text)
  } catch {
    return tagsOf(text)
  }
}

function sentences({ t, formats }: Session, network: Network, result: TextCount): string[] {
  const { count, limit, bytes, byteLimit, soft, forbidden } = result
  const number = (value: number): string => formats.number(value)
  const unit = t(`count.unit.${result.unit}`, { n: limit ?? count })
  const lines: string[] = []
  if (limit === null) lines.push(t('cli.count.unlimited', { count: number(count), unit, network: network.name }))
  else if (count > limit) lines.push(t('cli.count.over', { count: number(count), limit: number(limit), over: number(count - limit), unit }))
  else lines.push(t('cli.count.fits', { count: number(count), limit: number(limit), unit }))
  if (byteLimit !== null) {
    const over = Math.max(0, bytes - byteLimit)
    const values = { bytes: number(bytes), limit: number(byteLimit), over: number(over) }
    lines.push(t(over > 0 ? 'cli.count.bytesOver' : 'cli.count.bytes', values))
  }
  if (soft) lines.push(t('cli.count.soft', { network: network.name }))
  if (forbidden.length > 0) lines.push(t('cli.count.forbidden', { network: network.name, characters: forbidden.map((one) => JSON.stringify(one)).join(' ') }))
  if (!result.valid && count === 0) lines.push(t('cli.count.empty'))
  lines.push(t('cli.count.source', { source: result.source, date: result.sourceDate }))
  return lines
}

async function count(session: Session, options: CountOptions, given: string): Promise<Answer> {
  const network = networkOf(session, options.network)
  checkField(session, network, options.field)
  const { contentWarning, field } = options
  if (contentWarning !== undefined && network.id !== 'mastodon') {
    throw refused('--content-warning', session.t('cli.count.onlyMastodon'), [])
  }
  const text = await textOf(given)
  const isList = findTextField(network.id, field)?.rule === 'youtube-tags'
  const limits = options.limit === undefined ? undefined : { max: options.limit }
  const result = countText({ network: network.id, field, text: isList ? listed(text) : text, contentWarning, limits })
  return { json: { network: network.id, ...result }, lines: sentences(session, network, result) }
}

/** `greenroom count`: works without a client and opens nothing. */
export function addCountCommand(program: Command, cli: Cli): void {
  const { t } = cli
  addCommand(program, cli, {
    name: 'count',
    about: 'cli.count.about',
    examples: [
      'count --network x "Open till 9 tonight: https://example.com"',
      'count --network youtube --field title -- "-20% on all prints"',
      'cat post.txt | greenroom count --network mastodon --content-warning "Food" -'
    ]
  })
    .argument('<text>', t('cli.count.text'))
    .addOption(new Option('-n, --network <network>', t('cli.count.network')).makeOptionMandatory())
    .option('-f, --field <field>', t('cli.count.field'))
    .option('--content-warning <text>', t('cli.count.contentWarning'))
    .option('--limit <number>', t('cli.count.limit'), numberBetween(cli, 1, LARGEST_LIMIT, true))
    .action(act<CountOptions, [string]>(cli, count))
}
