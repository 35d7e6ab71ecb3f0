/** The workflow bundle: what runs in the sandbox, made ahead of time so that workers start at once and alike. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * @returns {Promise<string>} the bundle's code
 * @throws when a workflow imports what the sandbox does not have, or does not compile
 */
export async function workflowBundle() {
  const { code } = await bundleWorkflowCode({
    workflowsPath: path('src/index.ts'),
    failureConverterPath: path('../libs/adapters/src/temporal/failure-converter.cjs'),
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: withoutComments,
  });
  return code;
}

/**
 * Our comments are for who reads the sources: each worker would compile them. Names stay, since workflows go by them.
 *
 * @param {any} config of webpack
 */
function withoutComments(config) {
  const rules = /** @type {any[]} */ (config.module?.rules);
  const { options } = rules.find((rule) => rule.use?.options?.jsc).use;
  options.minify = true;
  options.jsc.minify = { compress: false, mangle: false, format: { comments: false } };
  return config;
}

/** @param {string} outFile */
export async function buildWorkflowBundle(outFile) {
  const code = await workflowBundle();
  await mkdir(dirname(outFile), { recursive: true });
  await writeFile(outFile, code);
}
