/**
 * Jest's runtime, in which packages are Node's own: loaded by its `import` once a worker, as in production, and handed
 * to every test file. Jest alone would read, link and compile Nest, the AWS SDK and the rest anew for each. Our own
 * modules are each test file's, as ever.
 */
import { createRequire, isBuiltin } from 'node:module';
import vm from 'node:vm';
import Runtime from 'jest-runtime';

const require = createRequire(import.meta.url);
const OURS = /^(\.|\/|file:|data:|@rounds\/|@jest\/globals$)/;

/** @type {Map<string, Promise<vm.SyntheticModule>>} by specifier: the workspaces have no packages of their own */
const packages = new Map();

/** @param {string} specifier */
function packageModule(specifier) {
  const known = packages.get(specifier) ?? wrap(specifier);
  packages.set(specifier, known);
  return known;
}

/** @param {string} specifier */
async function wrap(specifier) {
  const namespace = await import(specifier);
  const names = Object.keys(namespace);
  const module = new vm.SyntheticModule(
    names,
    () => {
      for (const name of names) module.setExport(name, namespace[name]);
    },
    { identifier: specifier },
  );
  // Newer versions of Node link a module that imports nothing as they make it.
  if (module.status === 'unlinked') await module.link(() => module);
  await module.evaluate();
  return module;
}

export default class NativeRuntime extends Runtime {
  /** @param {any[]} given */
  constructor(...given) {
    // @ts-expect-error as many as jest's own takes
    super(...given);
    const { esmLoader, executor, coreModule } = /** @type {any} */ (this);
    const ours = esmLoader.resolveModule.bind(esmLoader);
    esmLoader.resolveModule = (/** @type {string} */ specifier, /** @type {unknown[]} */ ...rest) =>
      OURS.test(specifier) || isBuiltin(specifier) ? ours(specifier, ...rest) : packageModule(specifier);
    // On Node 24 jest would else walk the whole graph itself, packages too.
    esmLoader.resolution.canResolveSync = () => false;
    // Of the one realm that the packages live in: see environment.mjs.
    esmLoader.getContext = () => undefined;
    coreModule.require = require;
    executor.compile = (/** @type {string} */ source, /** @type {string} */ filename) =>
      vm.compileFunction(source, executor.injectedModuleParameters, {
        filename,
        importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      });
  }
}

/** Nothing to install: `process` is the real one. Private in jest's types. */
Object.assign(NativeRuntime.prototype, { installGetBuiltinModule: () => undefined });
