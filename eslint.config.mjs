import { builtinRules } from 'eslint/use-at-your-own-risk'
import vueI18n from '@intlify/eslint-plugin-vue-i18n'
import regexp from 'eslint-plugin-regexp'
import vue from 'eslint-plugin-vue'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const TYPED = ['src/**/*.ts', 'tests/**/*.ts']
const CONFIGS = ['*.config.{ts,mjs}', '.dependency-cruiser.cjs']

/** ESLint's own size rule, but the callback of a `describe` or a `defineStore` is a chapter, not a function. */
const sizeRule = builtinRules.get('max-lines-per-function')
const isChapter = node => node?.parent?.type === 'CallExpression' && /^(?:describe|defineStore$)/.test(
  node.parent.callee.name ?? node.parent.callee.object?.name ?? ''
)
const maxFunctionLines = {
  meta: sizeRule.meta,
  create: context => sizeRule.create(Object.create(context, {
    report: { value: problem => { if (!isChapter(problem.node)) context.report(problem) } }
  }))
}

const RUNS_TEXT = 'Text never becomes code or markup.'
const runsText = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc'].map(property => ({ property, message: RUNS_TEXT }))

const NEVER = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  {
    selector: 'CallExpression[callee.object.property.name="message"][callee.property.name=/^(includes|match|startsWith|endsWith|indexOf|search)$/]',
    message: 'Code matches error codes, never messages.'
  }
]
const FROM_OUTSIDE = 'Time, ids and chance come in as arguments.'
const NEVER_IN_RULES = [
  ...NEVER,
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: FROM_OUTSIDE },
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: FROM_OUTSIDE },
  { selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]', message: FROM_OUTSIDE }
]

const houseRules = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-script-url': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'max-lines': ['error', 300],
  'no-restricted-properties': ['error', ...runsText, { object: 'document', property: 'write', message: RUNS_TEXT }],
  'no-restricted-syntax': ['error', ...NEVER],
  'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } }],
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
  'greenroom/max-function-lines': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }]
}

const typeRules = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
  // An import of types alone must vanish from the bundle, not stay behind as a bare import.
  '@typescript-eslint/no-import-type-side-effects': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
  '@typescript-eslint/no-invalid-void-type': 'off',
  '@typescript-eslint/unified-signatures': 'off'
}

const typedRules = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, arguments: false } }],
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }]
}

const vueRules = {
  'vue/no-v-html': 'error',
  'vue/no-v-text-v-html-on-component': 'error',
  'vue/multi-word-component-names': 'error',
  'vue/component-api-style': ['error', ['script-setup']],
  'vue/block-lang': ['error', { script: { lang: 'ts' } }],
  'vue/no-static-inline-styles': 'error',
  'vue/max-attributes-per-line': 'off',
  'vue/singleline-html-element-content-newline': 'off',
  'vue/multiline-html-element-content-newline': 'off',
  'vue/html-self-closing': 'off',
  'vue/html-indent': 'off',
  'vue/html-closing-bracket-newline': 'off',
  'vue/first-attribute-linebreak': 'off',
  'vue/attributes-order': 'off',
  'vue/require-default-prop': 'off'
}

const spoken = ['title', 'label', 'alt', 'placeholder', 'aria-label', 'aria-description', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext']
const i18nRules = {
  '@intlify/vue-i18n/no-raw-text': ['error', {
    attributes: { '/.+/': spoken },
    // Marks and digits that read the same in every language.
    ignorePattern: '^[\\s\\d\\-–—+×·•…,.:;/|&%#()\\[\\]→←↑↓⌘⌃⇧⏎✓]*$'
  }],
  '@intlify/vue-i18n/no-v-html': 'error'
}

const STYLE_INJECTORS = {
  patterns: [{
    group: ['reka-ui'],
    importNamePattern: '^(Select|Combobox|ScrollArea)',
    message: 'Injects <style> elements, which the content policy refuses. Use DropdownMenu, Listbox or a native select.'
  }]
}

export default defineConfig(
  { ignores: ['out/', 'dist/', 'node_modules/', 'coverage/', 'test-results/', '.greenroom/'] },
  {
    files: ['**/*.{ts,mjs,cjs,vue}'],
    extends: [...tseslint.configs.strict, regexp.configs.recommended],
    plugins: { greenroom: { rules: { 'max-function-lines': maxFunctionLines } } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    rules: { ...houseRules, ...typeRules }
  },
  {
    files: TYPED,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: typedRules
  },
  { files: ['src/shared/**/*.ts', 'src/main/core/features/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...NEVER_IN_RULES] } },
  {
    files: ['src/renderer/**/*.{ts,vue}'],
    extends: [...vue.configs['flat/recommended']],
    plugins: { '@intlify/vue-i18n': vueI18n },
    settings: { 'vue-i18n': { messageSyntaxVersion: '^11.0.0' } },
    rules: { ...vueRules, ...i18nRules, 'no-restricted-imports': ['error', STYLE_INJECTORS] }
  },
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: tseslint.parser } } },
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: CONFIGS, rules: { 'no-restricted-exports': 'off' } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } }
)
