import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Answer } from '../answer'
import { act, addCommand, type Cli } from '../command-kit'
import { makeDemoClient, type DemoClient } from '../demo/demo-client'
import { readDemoDefinition } from '../demo/demo-definition'
import { makeDemoPack, type DemoPack } from '../demo/demo-pack'
import { writeDemoPlan, type DemoPlan } from '../demo/demo-plan'
import { writeDemoReports, type DemoReport } from '../demo/demo-report'
import { freshFolder, runDemoExport, savePresets, type DemoPart } from '../demo/demo-exports'
import { placesOf } from '../export-report'
import { exitCodeOf } from '../failures'
import type { Session } from '../session'
import { printable } from '../table'

interface Demo {
  home: string
  out: string
  client: DemoClient
  parts: DemoPart[]
  pack: DemoPack
  plan: DemoPlan
  reports: DemoReport[]
  seconds: number
}

/** Where the demo lives unless a home is given: beside the person, and the same place every time. */
const demoHome = (session: Session): string =>
  resolve(session.cwd, session.home ?? (process.env.GREENROOM_HOME || join('.greenroom', 'demo')))

const sum = (parts: readonly DemoPart[], figure: (part: DemoPart) => number): number =>
  parts.reduce((total, part) => total + figure(part), 0)

const networksOf = (parts: readonly DemoPart[]): string[] =>
  [...new Set(parts.flatMap((part) => part.report.byNetwork.map((one) => one.network)))].sort()

const filesOf = (reports: readonly DemoReport[]) => reports.flatMap(({ files, language }) => files.map((file) => ({ ...file, language })))

function jsonOf({ home, out, client, parts, pack, plan, reports, seconds }: Demo): unknown {
  return {
    home,
    out,
    client: client.client,
    photographs: { total: client.assetIds.size, added: client.added },
    planned: client.planned,
    measured: client.measured,
    community: client.community,
    networks: networksOf(parts),
    files: sum(parts, (part) => part.report.totals.files),
    failed: sum(parts, (part) => part.report.totals.failed),
    bytes: sum(parts, (part) => part.report.totals.bytes),
    seconds: Math.round(seconds * 10) / 10,
    pack: { folder: pack.folder, sheet: pack.sheet, zip: pack.zip, totals: pack.totals },
    plan: plan.files.map(({ format, path, rows }) => ({ format, path, rows })),
    reports: filesOf(reports).map(({ language, format, path, pages, bytes }) => ({ language, format, path, pages, bytes })),
    exports: parts.map(({ title, job, report }) => ({
      title,
      jobId: job.id,
      folder: report.folder,
      manifest: report.manifest,
      contactSheet: report.contactSheet,
      totals: report.totals
    }))
  }
}

/** Nothing is said when the client was planned before. */
const plannedLine = ({ t }: Session, { planned }: DemoClient): string[] =>
  planned.posts === 0 ? [] : [t('cli.demo.planned', { n: planned.posts, channels: planned.channels, campaigns: planned.campaigns })]

/** Nothing is said when the figures were there before. */
const measuredLines = ({ t }: Session, { measured }: DemoClient): string[] =>
  measured.files === 0
    ? []
    : [t('cli.demo.measured', { n: measured.rows, files: measured.files, posts: measured.posts, sure: measured.sure, doubtful: measured.doubtful }), `  ${measured.folder}`]

/** Nothing is said when they were there before. */
const communityLines = ({ t }: Session, { community }: DemoClient): string[] =>
  community.conversations === 0 ? [] : [t('cli.demo.community', { n: community.conversations, people: community.people }), `  ${community.folder}`]

function linesOf(session: Session, { home, client, parts, pack, plan, reports, seconds }: Demo): string[] {
  const { t, formats } = session
  const part = ({ title, report }: DemoPart): string[] => [
    '',
    t('cli.demo.part', { name: title, n: report.totals.files, bytes: formats.bytes(report.totals.bytes) }),
    ...placesOf(session, report).map((line) => `  ${line}`)
  ]
  const total = t('cli.demo.total', {
    n: sum(parts, (one) => one.report.totals.files),
    networks: networksOf(parts).length,
    bytes: formats.bytes(sum(parts, (one) => one.report.totals.bytes)),
    seconds: formats.duration(seconds)
  })
  return [
    t('cli.demo.home', { folder: home }),
    t('cli.demo.client', { name: client.client.name }),
    t('cli.demo.assets', { n: client.assetIds.size, added: client.added }),
    ...plannedLine(session, client),
    ...measuredLines(session, client),
    ...communityLines(session, client),
    ...parts.flatMap(part),
    '',
    t('cli.demo.pack', { n: pack.totals.variants, files: pack.totals.files, bytes: formats.bytes(pack.totals.bytes) }),
    ...[pack.folder, pack.sheet, pack.zip].filter((place) => place !== null).map((place) => `  ${place}`),
    '',
    t('cli.demo.plan', { n: plan.files[0]?.rows ?? 0 }),
    ...plan.files.flatMap(({ path }) => (path === null ? [] : [`  ${path}`])),
    '',
    t('cli.demo.reports', { n: filesOf(reports).length }),
    ...filesOf(reports).flatMap(({ path }) => (path === null ? [] : [`  ${path}`])),
    '',
    total,
    t('cli.demo.credit'),
    '',
    t('cli.demo.next', { command: `npm start -- --home "${home}"` })
  ].map(printable)
}

async function demo(session: Session, options: { out?: string }): Promise<Answer> {
  const start = performance.now()
  const definition = await readDemoDefinition(session.bundleDir)
  const home = demoHome(session)
  await session.core({ home })
  const client = await makeDemoClient(session)
  await savePresets(session, client.client.id, definition.exports)
  const out = options.out === undefined ? await freshFolder(join(home, 'demo-exports')) : resolve(session.cwd, options.out)
  await mkdir(out, { recursive: true })
  const parts: DemoPart[] = []
  for (const wanted of definition.exports) parts.push(await runDemoExport(session, client, wanted, out))
  const pack = await makeDemoPack(session, client, out)
  const plan = await writeDemoPlan(session, client, out)
  const reports = await writeDemoReports(session, client, out)
  const facts = { home, out, client, parts, pack, plan, reports, seconds: (performance.now() - start) / 1000 }
  const failures = sum(parts, (part) => part.report.totals.failed) + pack.totals.failed + [...plan.files, ...filesOf(reports)].filter(({ error }) => error !== null).length
  return { json: jsonOf(facts), lines: linesOf(session, facts), exitCode: failures > 0 ? exitCodeOf('internal') : 0 }
}

/** `greenroom demo` */
export function addDemoCommand(program: Command, cli: Cli): void {
  addCommand(program, cli, { name: 'demo', about: 'cli.demo.about', examples: ['demo', 'demo --out sizes --home /tmp/greenroom-demo'] })
    .option('--out <folder>', cli.t('cli.demo.out'))
    .action(act<{ out?: string }>(cli, demo))
}
