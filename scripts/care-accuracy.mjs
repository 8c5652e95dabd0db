import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { bundle } from '../bench/support/bundle.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { main, say } from './lib/say.mjs'

const HELP = `npm run care-accuracy -- [--wrong] [--part tuning|test]

  Prints how well type and sentiment are suggested on the labeled messages of bench/care/labeled.
  --wrong     also the messages that were judged otherwise
  --part P    only one part`

const LANGUAGES = ['en', 'nb', 'nl', 'it']
const PARTS = ['tuning', 'test']
const SENTIMENTS = ['positive', 'neutral', 'negative']

function readLabeled(language, part) {
  const file = inRoot('bench', 'care', 'labeled', `${language}.${part}.tsv`)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => {
    const [type, sentiment, ...text] = line.split('\t')
    return { language, type, sentiment, text: text.join('\t') }
  })
}

const percent = (part, whole) => whole === 0 ? '—' : `${(100 * part / whole).toFixed(1)}%`
const count = (rows, test) => rows.filter(test).length

function confusion(title, rows, labels, key) {
  const cell = (value, width = 10) => String(value).padStart(width)
  const right = count(rows, row => row[key] === row.said[key])
  const largest = Math.max(...labels.map(label => count(rows, row => row[key] === label)))
  const lines = [`\n${title}: ${percent(right, rows.length)} of ${rows.length} right (always the commonest: ${percent(largest, rows.length)})`]
  lines.push(`${'labeled \\ said'.padEnd(14)}${labels.map(label => cell(label)).join('')}${cell('precision', 11)}${cell('recall')}`)
  for (const label of labels) {
    const own = rows.filter(row => row[key] === label)
    const said = rows.filter(row => row.said[key] === label)
    const hit = count(own, row => row.said[key] === label)
    lines.push(`${label.padEnd(14)}${labels.map(other => cell(count(own, row => row.said[key] === other))).join('')}${cell(percent(hit, said.length), 11)}${cell(percent(hit, own.length))}`)
  }
  return lines.join('\n')
}

/** Are sure answers right more often than unsure ones? */
function honesty(rows) {
  const bands = [[0, 0.5], [0.5, 0.7], [0.7, 0.9], [0.9, 1.01]]
  return bands.map(([from, to]) => {
    const band = rows.filter(({ said }) => said.confidence.type >= from && said.confidence.type < to)
    return `${from.toFixed(1)} and up: ${percent(count(band, row => row.type === row.said.type), band.length)} of ${band.length}`
  }).join(', ')
}

function report(name, rows, types, wrong) {
  const lines = [`\n=== ${name}`, confusion('type', rows, types, 'type'), confusion('sentiment', rows, SENTIMENTS, 'sentiment')]
  lines.push(`\nlanguage told right: ${percent(count(rows, row => row.said.language === row.language), rows.length)}`, `type right by confidence: ${honesty(rows)}`)
  if (wrong) {
    for (const { type, sentiment, said, text } of rows) {
      if (type !== said.type || sentiment !== said.sentiment) lines.push(`  ${type}/${sentiment} said ${said.type}/${said.sentiment} (${said.confidence.type}): ${text}`)
    }
  }
  return lines.join('\n')
}

await main(async () => {
  const { values } = parseArgs({ options: { wrong: { type: 'boolean' }, part: { type: 'string' }, help: { type: 'boolean' } } })
  if (values.help) {
    say(HELP)
    return
  }
  await ensureInstalled()
  const { suggest, MESSAGE_TYPES } = await import(pathToFileURL(await bundle('src/shared/features/care/suggest/index.ts', 'care-suggest')).href)
  for (const part of PARTS.filter(one => values.part === undefined || one === values.part)) {
    const judged = LANGUAGES.flatMap(language => readLabeled(language, part)).map(row => ({ ...row, said: suggest(row.text) }))
    if (judged.length === 0) {
      say(`No ${part} part.`)
      continue
    }
    for (const language of LANGUAGES) process.stdout.write(`${report(`${language}, ${part}`, judged.filter(row => row.language === language), MESSAGE_TYPES, values.wrong)}\n`)
    process.stdout.write(`${report(`all four, ${part}`, judged, MESSAGE_TYPES, false)}\n`)
  }
})
