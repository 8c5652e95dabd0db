import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../support/source-files'

const CRUISER = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const RULES = join(projectRoot, '.dependency-cruiser.cjs')

interface Summary {
  violations: { rule: { name: string }; from: string; to: string }[]
  totalCruised: number
}

function cruise(folder: string): Summary {
  const args = [CRUISER, 'src', '--config', RULES, '--no-cache', '--output-type', 'json']
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 })
  if (!stdout) throw new Error(stderr)
  return (JSON.parse(stdout) as { summary: Summary }).summary
}

/** A house whose files break one rule each: the rule, the file that breaks it, what it imports. */
const OFFENDERS: [rule: string, file: string, imports: string][] = [
  ['shared-only-shared', 'src/shared/to-core.ts', '../main/core/index'],
  ['shared-no-node', 'src/shared/to-node.ts', 'node:fs'],
  ['shared-small-packages', 'src/shared/to-package.ts', 'sharp'],
  ['core-no-hosts', 'src/main/core/to-host.ts', '../hosts/cli/index'],
  ['core-no-serving', 'src/main/core/to-http.ts', 'node:http'],
  ['core-no-serving', 'src/main/core/to-process.ts', 'child_process'],
  ['core-no-serving', 'src/main/core/to-electron.ts', 'electron'],
  ['core-feature-doors', 'src/main/core/features/a/to-service.ts', '../b/b.service'],
  ['core-features-from-outside', 'src/main/core/to-service.ts', './features/b/b.service'],
  ['sql-in-repositories', 'src/main/core/features/a/a.service.ts', 'knex'],
  ['sharp-in-the-media-worker', 'src/main/core/media/to-sharp.ts', 'sharp'],
  ['workers-alone', 'src/main/workers/media/to-core.ts', '../../core/index'],
  ['workers-apart', 'src/main/workers/media/to-report.ts', '../report/index'],
  ['electron-in-its-host', 'src/main/hosts/loopback/to-electron.ts', 'electron'],
  ['hosts-by-the-front-door', 'src/main/hosts/cli/to-db.ts', '../../core/db/open'],
  ['hosts-apart', 'src/main/hosts/cli/to-loopback.ts', '../loopback/to-electron'],
  ['preload-alone', 'src/preload/to-core.ts', '../main/core/index'],
  ['renderer-no-main', 'src/renderer/to-core.ts', '../main/core/index'],
  ['renderer-no-node', 'src/renderer/to-node.ts', 'node:path'],
  ['renderer-feature-doors', 'src/renderer/features/a/to-store.ts', '../b/b.store'],
  ['renderer-features-from-outside', 'src/renderer/to-store.ts', './features/b/b.store'],
  ['ui-is-dumb', 'src/renderer/ui/to-api.ts', '../api/client'],
  ['no-circles', 'src/main/back.ts', './there'],
  ['no-unresolvable', 'src/main/to-nowhere.ts', './nowhere']
]

/** Files of the same house that do what is allowed. */
const LAW_ABIDING: [file: string, imports: string][] = [
  ['src/main/core/features/a/to-door.ts', '../b/index'],
  ['src/main/core/features/a/a.repository.ts', 'knex'],
  ['src/main/core/db/open.ts', 'knex'],
  ['src/main/workers/media/index.ts', 'sharp'],
  ['src/main/hosts/electron/index.ts', 'electron'],
  ['src/main/hosts/cli/index.ts', '../../core/index'],
  ['src/renderer/features/a/to-door.ts', '../b/index'],
  ['src/renderer/api/client.ts', '@shared/plain']
]

const BYSTANDERS = [
  'src/shared/plain.ts',
  'src/main/core/index.ts',
  'src/main/core/features/b/index.ts',
  'src/main/core/features/b/b.service.ts',
  'src/main/workers/report/index.ts',
  'src/renderer/features/b/index.ts',
  'src/renderer/features/b/b.store.ts'
]

function buildHouse(folder: string): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write('tsconfig.base.json', '{ "compilerOptions": { "paths": { "@shared/*": ["./src/shared/*"] } } }')
  write('package.json', '{ "type": "module", "dependencies": { "sharp": "1", "knex": "1", "electron": "1" } }')
  for (const name of ['sharp', 'knex', 'electron']) {
    write(`node_modules/${name}/package.json`, `{ "name": "${name}", "version": "1.0.0", "main": "index.js" }`)
    write(`node_modules/${name}/index.js`, '')
  }
  for (const [, file, imports] of OFFENDERS) write(file, `import '${imports}'\n`)
  for (const [file, imports] of LAW_ABIDING) write(file, `import '${imports}'\n`)
  for (const file of BYSTANDERS) write(file, 'export const here = true\n')
  write('src/main/there.ts', "import './back'\n")
}

describe('the rooms of the house', () => {
  it('import only what they may', () => {
    const { violations, totalCruised } = cruise(projectRoot)
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
    expect(totalCruised).toBeGreaterThan(20)
  })
})

describe('the rules of the house', () => {
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-rules-'))
  const rulesBrokenBy = new Map<string, string[]>()

  beforeAll(() => {
    buildHouse(folder)
    for (const { rule, from } of cruise(folder).violations) {
      rulesBrokenBy.set(from, [...(rulesBrokenBy.get(from) ?? []), rule.name])
    }
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(OFFENDERS)('catch %s in %s', (rule, file) => {
    expect(rulesBrokenBy.get(file) ?? []).toContain(rule)
  })

  it.each(LAW_ABIDING)('let %s import %s', file => {
    expect(rulesBrokenBy.get(file) ?? []).toEqual([])
  })
})
