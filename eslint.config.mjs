/** What oxlint (.oxlintrc.json) has no rule for: who may import whom, and what may not be written where. */
import nx from '@nx/eslint-plugin';
import parser from '@typescript-eslint/parser';

/** The arrows of the house: who may import whom. docs/architecture.md draws them. */
const arrows = [
  { sourceTag: 'layer:contracts', onlyDependOnLibsWithTags: ['layer:contracts'] },
  { sourceTag: 'layer:workflows', onlyDependOnLibsWithTags: ['layer:contracts'] },
  { sourceTag: 'layer:adapters', onlyDependOnLibsWithTags: ['layer:contracts', 'layer:adapters'] },
  // What blinded readers must not learn, and how it is hidden: pure, for every layer that shows words of a study.
  { sourceTag: 'layer:blinding', onlyDependOnLibsWithTags: ['layer:contracts', 'layer:blinding'] },
  {
    sourceTag: 'layer:studies',
    onlyDependOnLibsWithTags: ['layer:contracts', 'layer:adapters', 'layer:blinding'],
  },
  // What a report says is pure: rows and figures in, words and data out. No server, no drawing.
  { sourceTag: 'layer:report-types', onlyDependOnLibsWithTags: ['layer:contracts', 'layer:report-types'] },
  // No stage imports another: each is released and scaled alone.
  {
    sourceTag: 'layer:activities',
    onlyDependOnLibsWithTags: ['layer:contracts', 'layer:adapters', 'layer:report-types', 'layer:blinding'],
  },
  {
    sourceTag: 'layer:api',
    onlyDependOnLibsWithTags: [
      'layer:contracts',
      'layer:adapters',
      'layer:studies',
      'layer:report-types',
      'layer:blinding',
    ],
  },
  // The client knows the API by its document alone, as any other program does.
  { sourceTag: 'layer:client', onlyDependOnLibsWithTags: ['layer:client'] },
  {
    sourceTag: 'layer:cli',
    onlyDependOnLibsWithTags: [
      'layer:client',
      'layer:contracts',
      'layer:adapters',
      'layer:studies',
      'layer:report-types',
    ],
  },
  { sourceTag: 'layer:worker', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'layer:bench', onlyDependOnLibsWithTags: ['*'] },
  // The end-to-end tests see the product from outside: its files, its HTTP answers, its mails.
  {
    sourceTag: 'layer:e2e',
    onlyDependOnLibsWithTags: ['layer:contracts', 'layer:adapters', 'layer:report-types'],
  },
];

const drivers = ['mongodb', '@aws-sdk/*', '@temporalio/client', '@temporalio/proto', '@temporalio/common/*'];

const driversOnlyInAdapters = {
  group: drivers,
  message: 'Drivers are imported in libs/adapters alone: take what you need from there.',
};

const nodeOnly = {
  group: ['node:*', '@nestjs/*', 'pino', ...drivers],
  message: 'Workflow code runs in the sandbox: it has no Node, no driver and no Nest.',
};

const readsClock = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'MemberExpression[object.name="Date"][property.name="now"]',
  'MemberExpression[object.name="Temporal"][property.name="Now"]',
].map((selector) => ({
  selector,
  message:
    'Take the clock that is handed to you (@rounds/adapters/clock); measure durations by performance.now().',
}));

const asksSystemClock = {
  selector: 'CallExpression[callee.name="systemClock"]',
  message: 'Only who wires a program knows which clock it goes by: take it from there.',
};

/** What a person can have changed is written with its entry in the audit trail (docs/decisions/0021-audit.md). */
const leavesNoEntry = [
  'TSAsExpression > TSTypeReference[typeName.name="Audited"]',
  'ImportDeclaration[source.value="@rounds/adapters/testing/directly"]',
].map((selector) => ({ selector, message: 'Make the change by the `change` of the audit trail.' }));

/** What happened is told by a code; words may change, and are of one language. */
const branchesOnWords = [
  'BinaryExpression[operator=/^[!=]==?$/] > Literal[value=/[a-z,] \\S+ [a-z]|[a-z] [a-z]+\\.$/]',
  'SwitchCase > Literal[value=/[a-z,] \\S+ [a-z]|[a-z] [a-z]+\\.$/]',
  'CallExpression[callee.property.name=/^(includes|startsWith|endsWith)$/][arguments.0.value=/[a-z] [a-z]/]',
  'CallExpression[callee.property.name=/^(includes|startsWith|endsWith|match)$/][callee.object.property.name=/^(message|reason)$/]',
  'CallExpression[callee.property.name=/^(includes|startsWith|endsWith|match)$/][callee.object.name=/^(message|reason)$/]',
  'CallExpression[callee.property.name=/^(test|exec)$/] > Identifier.arguments[name=/^(message|reason)$/]',
  'CallExpression[callee.property.name=/^(test|exec)$/] > MemberExpression.arguments[property.name=/^(message|reason)$/]',
].map((selector) => ({ selector, message: 'Branch on a code: words are for people.' }));

const tests = ['**/testing/*.ts', '**/*.spec.ts', '**/test/**/*.ts'];

export default [
  {
    ignores: [
      '**/dist',
      '**/node_modules',
      '.rounds',
      '.nx',
      'coverage',
      'libs/client/src/generated',
      '**/*.generated.ts',
    ],
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [
            '../../../tools/*',
            '../../../../tools/*',
            '../../../tools/servers/*',
            '../../../../package.json',
          ],
          depConstraints: arrows,
          enforceBuildableLibDependency: false,
        },
      ],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'The environment is parsed once, in config.ts.' },
      ],
    },
  },
  {
    // In a workflow, `Date.now()` is Temporal's. The tools look after files and processes, whose clock is the wall's.
    files: ['**/*.ts'],
    ignores: ['workflows/src/**', 'tools/**', 'libs/adapters/src/clock.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[...readsClock, asksSystemClock, ...leavesNoEntry, ...branchesOnWords],
      ],
    },
  },
  {
    // Each wires its own: a command that ends, the API, a test.
    files: ['apps/{cli,bench}/src/**/*.ts', 'apps/api/src/create-api.ts'],
    rules: { 'no-restricted-syntax': ['error', ...readsClock, ...leavesNoEntry, ...branchesOnWords] },
  },
  {
    // They read pages as people do.
    files: ['apps/e2e/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...readsClock, ...leavesNoEntry] },
  },
  {
    files: ['workflows/src/**/*.ts', 'libs/adapters/src/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...branchesOnWords] },
  },
  {
    files: tests,
    ignores: ['tools/**'],
    rules: { 'no-restricted-syntax': ['error', ...readsClock] },
  },
  {
    // Tests set up real servers and look into them.
    files: ['**/*.ts'],
    ignores: ['libs/adapters/src/**', ...tests],
    rules: { 'no-restricted-imports': ['error', { patterns: [driversOnlyInAdapters] }] },
  },
  {
    files: ['workflows/src/**/*.ts', 'libs/contracts/src/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [nodeOnly] }] },
  },
  {
    files: ['**/config.ts', '**/main.ts', 'apps/e2e/**/*.ts', ...tests],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // The tests of the report types read rows and the real study with the test helpers of the adapters.
    files: ['libs/report-types/src/**/*.spec.ts', 'libs/report-types/src/**/testing/*.ts'],
    rules: { '@nx/enforce-module-boundaries': 'off' },
  },
  {
    // The workflows' tests run them with the real codec, planning and mapping of faults, as the worker does;
    // the API's tests have the real workflows and housekeeping behind it, housekeeping's the real end of a run;
    // approved pages show the sample study.
    files: [
      'workflows/test/**/*.ts',
      'apps/api/test/**/*.ts',
      'activities/{housekeeping,render}/test/**/*.ts',
    ],
    rules: { '@nx/enforce-module-boundaries': 'off' },
  },
];
