import { availableParallelism } from 'node:os';

/** Three sizes by file name; see CONTRIBUTING, "Tests". Medium and end-to-end tests run on real servers. */
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: '<rootDir>/tools/jest/environment.mjs',
  runtime: '<rootDir>/tools/jest/runtime.mjs',
  transform: { '^.+\\.ts$': '@swc/jest' },
  extensionsToTreatAsEsm: ['.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.rounds', '<rootDir>/.nx'],
  setupFiles: ['<rootDir>/tools/jest/setup.mjs'],
};

/** @param {string} displayName @param {string} testRegex @param {object} [extra] */
const size = (displayName, testRegex, extra = {}) => ({ ...shared, displayName, testRegex, ...extra });

const servers = {
  globalSetup: '<rootDir>/tools/jest/servers-setup.mjs',
  globalTeardown: '<rootDir>/tools/jest/servers-teardown.mjs',
};

/** Minutes, and of no concern to who changes something else: `npm run bench -- smoke` alone runs it. */
const benchmarks = size('bench', '\\.bench\\.spec\\.ts$');

const sizes = [
  size('small', '^(?!.*\\.(medium|e2e|bench)\\.spec\\.).*\\.spec\\.(ts|mjs)$'),
  size('medium', '\\.medium\\.spec\\.(ts|mjs)$', servers),
  // These start everything themselves, as `npm run dev` does.
  size('e2e', '\\.e2e\\.spec\\.(ts|mjs)$'),
];

export default {
  projects: process.env.ROUNDS_BENCH_SMOKE === '1' ? [benchmarks] : sizes,
  // One more than there are cores: tests on servers wait for them a third of their time.
  maxWorkers: availableParallelism() + 1,
  // Modules of finished tests stay in a worker's memory: an old one spends its time on collecting garbage.
  workerIdleMemoryLimit: '1GB',
  // A machine that is busy is slow, not broken: only a test that hangs reaches this.
  testTimeout: 120_000,
};
