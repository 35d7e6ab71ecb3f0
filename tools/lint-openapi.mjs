/**
 * Holds the OpenAPI document against Redocly's rules (redocly.yaml), as `npx @redocly/cli lint` would. Exits 1 when one
 * is broken, also by what .redocly.lint-ignore.yaml names and is no longer there.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatProblems, lint, loadConfig } from '@redocly/openapi-core';

const root = fileURLToPath(new URL('..', import.meta.url));

const config = await loadConfig({ configPath: join(root, 'redocly.yaml') });
const problems = await lint({ ref: join(root, 'libs/client/openapi.json'), config });
const broken = problems.filter(({ ignored }) => ignored !== true);
if (broken.length > 0) {
  const totals = { errors: broken.length, warnings: 0, ignored: 0 };
  formatProblems(broken, { format: 'codeframe', totals, version: '' });
}
const named = readFileSync(join(root, '.redocly.lint-ignore.yaml'), 'utf8').match(/'#\//g) ?? [];
const idle = named.length - problems.filter(({ ignored }) => ignored === true).length;
if (idle > 0) console.error(`.redocly.lint-ignore.yaml: ${idle} entries ignore nothing, take them out`);
process.exitCode = broken.length + idle === 0 ? 0 : 1;
