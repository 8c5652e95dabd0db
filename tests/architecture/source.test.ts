import { describe, expect, it } from 'vitest'
import { packageManifest, projectFile, sourceFiles } from '../support/source-files'

const CODE = /^(src|tests|scripts|bin|bench)\/.*\.(ts|vue|mjs|cjs)$/
const SHIPPED = /^src\/.*\.(ts|vue|html|css|json)$/
const OURS = /^(?!package-lock\.json).*\.(ts|vue|mjs|cjs|css|html|json|yml|md|sh)$/
const THIS_FILE = 'tests/architecture/source.test.ts'

/** Where a pattern stands, as `path:line`, so that a failure can be clicked. */
function places(files: ReturnType<typeof sourceFiles>, pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : []))
  )
}

describe('every file', () => {
  it('has at most 300 lines', () => {
    const tooLong = sourceFiles(CODE).filter(({ lines }) => lines > 300)
    expect(tooLong.map(({ path, lines }) => `${path} (${lines})`)).toEqual([])
  })

  it('holds no unfinished promise', () => {
    // In quotes it is a currency: that of ISO 4217 where none is known.
    const leftovers = /\b(?:TODO|FIXME|(?<!')XXX|[Cc]oming soon|[Nn]ot (?:yet )?implemented|[Ll]orem ipsum|[Ww]ork in progress)\b/
    const files = sourceFiles(OURS).filter(({ path }) => path !== THIS_FILE && path !== 'eslint.config.mjs')
    expect(places(files, leftovers)).toEqual([])
  })

  it('switches no check off', () => {
    const files = sourceFiles(CODE).filter(({ path }) => path !== THIS_FILE)
    expect(places(files, /eslint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error|depcruise-disable/)).toEqual([])
  })

  it('gives widths of the window in rem: beside the named ones, which are in rem, px are sorted wrongly and win or lose by chance', () => {
    expect(places(sourceFiles(/^src\/renderer\/.*\.vue$/), /\bm(?:in|ax)-\[\d+px\]:/)).toEqual([])
  })

  it('leads to no two screens by the same letter', () => {
    const letters = sourceFiles(/^src\/renderer\/features\/[^/]+\/index\.ts$/).flatMap(({ text }) => [...text.matchAll(/\bnav:[\s\S]*?\n {2}\S|\bnav:[^\n]*/g)].flatMap(([nav]) => [...nav.matchAll(/\bkey: '(\w)'/g)].map(([, letter]) => letter)))
    expect(letters.length).toBeGreaterThan(10)
    expect(letters.filter((letter, at) => letters.indexOf(letter) !== at)).toEqual([])
  })

  it('names no magnet', () => {
    const magnets = sourceFiles(/^src\//).filter(({ path }) => /\/(?:utils?|helpers?|misc|common)\.ts$|(?:Manager|Helper)\./.test(path))
    expect(magnets.map(({ path }) => path)).toEqual([])
  })

  it('is named in kebab case, or is a component of two words or more', () => {
    const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*\.[a-z]+$/
    const component = /^(?:App|(?:[A-Z][a-z0-9]+){2,})\.vue$/
    const odd = sourceFiles(/^(src|tests|scripts)\/.*\.(ts|vue|mjs)$/).filter(({ path }) => {
      const name = path.slice(path.lastIndexOf('/') + 1)
      return !(name.endsWith('.vue') ? component : kebab).test(name)
    })
    expect(odd.map(({ path }) => path)).toEqual([])
  })
})

describe('text never becomes code', () => {
  it('finds no way to turn text into markup or code in src', () => {
    const ways = /v-html|innerHTML|outerHTML|insertAdjacentHTML|document\.write|new Function|\beval\(/
    expect(places(sourceFiles(SHIPPED), ways)).toEqual([])
  })

  it('compiles no template at run time', () => {
    expect(places(sourceFiles(SHIPPED), /vue\/dist\/vue\.esm-bundler|vue\.global|runtimeCompiler/)).toEqual([])
  })
})

describe('the documents', () => {
  const documents = sourceFiles(/^(README|CONTRIBUTING|docs\/.*)\.?(md)?$/).filter(({ path }) => path.endsWith('.md'))

  it('name only npm commands that exist', () => {
    const { scripts } = packageManifest()
    const builtIn = new Set(['ci', 'install', 'rebuild'])
    const unknown = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/npm (?:run )?(?<name>[a-z][a-z-]*)/g)]
        .map(match => match.groups?.['name'] ?? '')
        .filter(name => name !== 'run' && !builtIn.has(name) && !(name in scripts))
        .map(name => `${path}: npm ${name}`)
    )
    expect(unknown).toEqual([])
  })

  it('give every dependency its line in docs/dependencies.md, and no line to a stranger', () => {
    const { dependencies, devDependencies } = packageManifest()
    const named = [...projectFile('docs/dependencies.md').matchAll(/^\| `(?<name>[^`]+)`/gm)].flatMap(match => match.groups?.['name'] ?? [])
    expect(named.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort())
  })
})

describe('npm scripts', () => {
  it('lead to files that exist', () => {
    const present = new Set(sourceFiles(/^(scripts|bin)\//).map(({ path }) => path))
    const wanted = Object.values(packageManifest().scripts).flatMap(command => /^node (\S+)/.exec(command)?.[1] ?? [])
    expect(wanted.filter(path => !present.has(path))).toEqual([])
  })
})
