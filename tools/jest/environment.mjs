/**
 * Jest's environment for Node, in the worker's own realm: an `Error` or a `Date` of a package is then one of the test
 * too, and no global is asked of a proxy. What a test file sets on the global object or in `process.env` goes with it.
 */
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

const { cache } = createRequire(import.meta.url);
/** Ours change their classes: each test file has and changes its own. */
const CHANGED = /\/node_modules\/(?:pdfmake|pdfkit|fontkit)\//;

const timerConfig = {
  idToRef: (/** @type {any} */ timer) => timer,
  refToId: (/** @type {any} */ timer) => timer,
};

export default class OwnRealmEnvironment extends TestEnvironment {
  /** @param {ConstructorParameters<typeof TestEnvironment>} given */
  constructor(...given) {
    super(...given);
    const config = given[0].projectConfig;
    const global = /** @type {any} */ (globalThis);
    const { moduleMocker, fakeTimers, fakeTimersModern } = /** @type {any} */ (this);
    this.before = {
      globals: Object.getOwnPropertyDescriptors(globalThis),
      env: { ...process.env },
      exit: process.exit,
    };
    this.global = global;
    this.moduleMocker = new moduleMocker.constructor(global);
    const { moduleMocker: mocker } = this;
    this.fakeTimers = new fakeTimers.constructor({ config, global, moduleMocker: mocker, timerConfig });
    this.fakeTimersModern = new fakeTimersModern.constructor({ config, global });
  }

  /** @override */
  async teardown() {
    await super.teardown();
    const { globals, env, exit } = this.before;
    restoreGlobals(globals);
    process.exit = exit;
    for (const path of Object.keys(cache)) if (CHANGED.test(path)) delete cache[path];
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
  }
}

/** @param {Record<string, PropertyDescriptor>} before */
function restoreGlobals(before) {
  for (const key of Reflect.ownKeys(globalThis)) {
    if (!(key in before)) Reflect.deleteProperty(globalThis, key);
  }
  for (const [key, was] of Object.entries(before)) {
    if (was.configurable) Object.defineProperty(globalThis, key, was);
  }
}
