import { parseArgs } from 'node:util'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { main, say, SetupError } from './lib/say.mjs'

const HELP = `npm run bench -- [export|app|calendar|figures|analytics|reports|inbox|corpus] [--quick] [--rounds N] [--corpus DIR]

  export      the export job against other tools (default)
  app         how quickly the app answers with much in it
  calendar    how quickly a full calendar answers
  figures     how long an export of a million posts takes
  analytics   how quickly 100,000 measured posts are sorted and compared
  reports     a report against printing a page, and all clients at once
  inbox       how quickly 200,000 messages are searched, filtered and opened
  corpus      build the photographs only
  --quick     six photographs, one round
  --rounds N  how often each pair runs; the medians count (default 3)
  --corpus D  where the photographs lie or are built`

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean' }, rounds: { type: 'string' }, corpus: { type: 'string' }, help: { type: 'boolean' } }
  })
  const quick = values.quick ?? false
  const rounds = Number(values.rounds ?? (quick ? 1 : 3))
  const folder = values.corpus ?? inRoot('node_modules', '.cache', 'greenroom-bench')
  return { what: positionals[0] ?? 'export', quick, rounds, folder, help: values.help ?? false }
}

const commands = {
  export: async options => (await import('../bench/export/run-export.mjs')).benchExport(options),
  app: async options => (await import('../bench/app/run-app.mjs')).benchApp(options),
  calendar: async options => (await import('../bench/calendar/run-calendar.mjs')).benchCalendar(options),
  figures: async options => (await import('../bench/figures/run-figures.mjs')).benchFigures(options),
  analytics: async options => (await import('../bench/analytics/run-analytics.mjs')).benchAnalytics(options),
  reports: async options => (await import('../bench/reports/run-reports.mjs')).benchReports(options),
  inbox: async options => (await import('../bench/inbox/run-inbox.mjs')).benchInbox(options),
  corpus: async options => {
    const { folder, origin, photographs } = await (await import('../bench/corpus/corpus.mjs')).ensureCorpus(options)
    say(`${photographs.length} photographs from ${origin} in ${folder}`)
  }
}

await main(async () => {
  const options = readOptions()
  const command = commands[options.what]
  if (options.help || !command || !(options.rounds >= 1)) {
    say(HELP)
    if (!options.help) throw new SetupError('')
    return
  }
  await ensureInstalled()
  await ensureBuilt()
  await command(options)
})
