import type { MessageKey, Translator } from '../../../shared/i18n'

/** Where the command line itself knows better than the general advice what to do. */
const advice: Readonly<Record<string, MessageKey>> = {
  'not-found.client': 'cli.hint.clients',
  'not-found.asset': 'cli.hint.assets',
  'not-found.job': 'cli.hint.jobs',
  'not-found.operation': 'cli.hint.operations',
  'validation.placement': 'cli.export.seeAll'
}

/** The hints that follow the sentences of an error: what may have been meant, and where to look. */
export function hintsFor(t: Translator, code: string, data: Readonly<Record<string, unknown>>): string[] {
  const names = Array.isArray(data.suggestions) ? data.suggestions.map(String) : []
  const meant = names.length > 0 ? [t('cli.suggestion', { names: names.join(', ') })] : []
  const key = advice[code]
  return key ? [...meant, t(key)] : meant
}
