/**
 * The rooms of the house and who may import what: docs/architecture.md, "Who may import what".
 * @type {import('dependency-cruiser').IConfiguration}
 */

const SHARED_PACKAGES = 'node_modules/(zod|uuid|chart\\.js|temporal-polyfill|rrule-temporal|twitter-text|@orpc/contract|@intlify/core-base)/'
const SERVING = '^(node:)?(http|https|http2|net|tls|dgram|child_process|cluster)$'

/** A rule that forbids an import; `comment` is what the developer reads. */
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

const everywhere = [
  // A type may look back (the router's type is made of what the handlers are given); running code may not.
  forbid('no-circles', 'Two files that import each other are one file in disguise.', {}, {
    circular: true,
    viaOnly: { dependencyTypesNot: ['type-only'] }
  }),
  forbid('no-unresolvable', 'The import leads nowhere.', {}, { couldNotResolve: true }),
  forbid('no-undeclared', 'Name the package in package.json.', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
  forbid('no-tests-in-source', 'Shipped code never imports tests.', { path: '^src/' }, { path: '^(tests|bench|scripts)/' })
]

const shared = [
  forbid('shared-only-shared', 'src/shared runs anywhere.', { path: '^src/shared/' }, { path: '^src/(?!shared/)' }),
  forbid('shared-no-node', 'src/shared also runs in the page.', { path: '^src/shared/' }, { dependencyTypes: ['core'] }),
  forbid(
    'shared-small-packages',
    'src/shared takes zod, the contract, and small pure libraries.',
    { path: '^src/shared/' },
    { path: 'node_modules/', pathNot: SHARED_PACKAGES }
  )
]

const core = [
  forbid(
    'core-no-hosts',
    'The core does not know where it runs.',
    { path: '^src/main/core/' },
    { path: '^src/(renderer|preload|main/(hosts|workers)|main/[^/]+\\.ts$)' }
  ),
  forbid(
    'core-no-serving',
    'The core opens no port, starts no process and knows no Electron; both are handed in.',
    { path: '^src/main/core/' },
    { path: `${SERVING}|node_modules/electron/|^electron$` }
  ),
  forbid(
    'core-feature-doors',
    'Another feature is entered by its index.ts.',
    { path: '^src/main/core/features/([^/]+)/' },
    { path: '^src/main/core/features/(?!$1/)[^/]+/(?!index\\.ts$)' }
  ),
  forbid(
    'core-features-from-outside',
    'A feature is entered by its index.ts.',
    { path: '^src/main/', pathNot: '^src/main/core/features/' },
    { path: '^src/main/core/features/[^/]+/(?!index\\.ts$)' }
  ),
  forbid(
    'sql-in-repositories',
    'SQL lives in core/db, repositories and queries.',
    { path: '^src/', pathNot: '^src/main/core/db/|\\.(repository|queries)\\.ts$' },
    { path: 'node_modules/(knex|sqlite3)/', dependencyTypesNot: ['type-only'] }
  )
]

const processes = [
  forbid(
    'sharp-in-the-media-worker',
    'A hostile picture may kill the media process only.',
    { path: '^src/', pathNot: '^src/main/workers/media/' },
    { path: 'node_modules/(sharp|@img)/' }
  ),
  forbid(
    'typst-in-the-report-worker',
    'Typst is synchronous native code and runs in its own thread.',
    { path: '^src/', pathNot: '^src/main/workers/report/' },
    { path: 'node_modules/@myriaddreamin/' }
  ),
  forbid(
    'parsers-in-the-parse-worker',
    'A hostile archive or workbook may kill the parse process only.',
    { path: '^src/', pathNot: '^src/main/workers/parse/' },
    { path: 'node_modules/(yauzl|saxes|@e965/xlsx)/' }
  ),
  forbid(
    'workers-alone',
    'A worker speaks to the core by messages.',
    { path: '^src/main/workers/' },
    { path: '^src/(renderer|preload|main/(core|hosts)|main/[^/]+\\.ts$)' }
  ),
  forbid(
    'workers-apart',
    'Workers share nothing but src/shared.',
    { path: '^src/main/workers/([^/]+)/' },
    { path: '^src/main/workers/(?!$1/)[^/]+/' }
  ),
  forbid(
    'electron-in-its-host',
    'Only the Electron host and the preload script know Electron.',
    { path: '^src/', pathNot: '^src/main/(index\\.ts|hosts/electron/)|^src/preload/' },
    { path: 'node_modules/electron/|^electron$' }
  ),
  forbid(
    'hosts-by-the-front-door',
    'A host holds the core by its index; it may know the shape of what it hands in.',
    { path: '^src/main/hosts/' },
    { path: '^src/main/core/(?!index\\.ts$)', dependencyTypesNot: ['type-only'] }
  ),
  forbid(
    'hosts-apart',
    'What two hosts need lives in hosts/node; another host is entered by its index.ts.',
    { path: '^src/main/hosts/([^/]+)/' },
    { path: '^src/main/hosts/(?!$1/|node/)[^/]+/(?!index\\.ts$)' }
  ),
  forbid('preload-alone', 'The preload hands over a port.', { path: '^src/preload/' }, { path: '^src/(main|renderer)/' })
]

const renderer = [
  forbid('renderer-no-main', 'The page holds the contract only.', { path: '^src/renderer/' }, { path: '^src/(main|preload)/' }),
  forbid('renderer-no-node', 'The page is sandboxed.', { path: '^src/renderer/' }, { dependencyTypes: ['core'] }),
  forbid(
    'renderer-feature-doors',
    'Another feature is entered by its index.ts.',
    { path: '^src/renderer/features/([^/]+)/' },
    { path: '^src/renderer/features/(?!$1/)[^/]+/(?!index\\.ts$)' }
  ),
  forbid(
    'renderer-features-from-outside',
    'A feature is entered by its index.ts.',
    { path: '^src/renderer/', pathNot: '^src/renderer/features/' },
    { path: '^src/renderer/features/[^/]+/(?!index\\.ts$)' }
  ),
  forbid(
    'ui-is-dumb',
    'A component of the kit shows what it is given.',
    { path: '^src/renderer/ui/' },
    { path: '^src/renderer/(?!ui/|composables/)|node_modules/(pinia|vue-router|@orpc)/' }
  ),
  forbid(
    'charts-in-one-place',
    'chart.js is drawn by src/renderer/charts alone.',
    { path: '^src/renderer/', pathNot: '^src/renderer/charts/' },
    { path: 'node_modules/chart\\.js/' }
  )
]

module.exports = {
  forbidden: [...everywhere, ...shared, ...core, ...processes, ...renderer],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^out/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types']
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' }
  }
}
