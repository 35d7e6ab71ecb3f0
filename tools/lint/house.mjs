/**
 * Rules of this house for oxlint (.oxlintrc.json says where each holds): who may import whom, and what may not be
 * written where.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/**
 * Which layers each may import, besides itself; docs/architecture.md draws them. A project names its layer in the Nx
 * tags of its package.json, which `npx nx graph` shows too. A stage (activities) imports no
 * other stage: each is released and scaled alone.
 *
 * @type {Record<string, string[]>}
 */
const ARROWS = {
  contracts: [],
  workflows: ['contracts'],
  adapters: ['contracts'],
  // What blinded readers must not learn, and how it is hidden: pure, for every layer that shows words of a study.
  blinding: ['contracts'],
  studies: ['contracts', 'adapters', 'blinding'],
  // What a report says is pure: rows and figures in, words and data out. No server, no drawing.
  'report-types': ['contracts'],
  activities: ['contracts', 'adapters', 'report-types', 'blinding'],
  api: ['contracts', 'adapters', 'studies', 'report-types', 'blinding'],
  // The client knows the API by its document alone, as any other program does.
  client: [],
  web: ['client', 'contracts'],
  cli: ['client', 'contracts', 'adapters', 'studies', 'report-types'],
  worker: ['*'],
  bench: ['*'],
  // The end-to-end tests see the product from outside: its files, its HTTP answers, its mails.
  e2e: ['contracts', 'adapters', 'report-types'],
};

/** Outside of every project, and there for all. */
const SHARED = /^(tools\/|package\.json$)/;

const root = resolve(import.meta.dirname, '../..');

/** @type {Map<string, string>} */
const layers = new Map();

/** Its tag `layer:…`; nothing of what is no project. @param {string} folder from the root, with slashes */
function layerOf(folder) {
  const known = layers.get(folder);
  if (known !== undefined) return known;
  const { nx } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const [, layer = ''] = /^layer:(.+)$/.exec(nx.tags[0]) ?? [];
  layers.set(folder, layer);
  return layer;
}

/** The project that a path lies in. @param {string} path from the root, with slashes */
function projectOf(path) {
  const [area = '', name = ''] = path.split('/');
  if (area === 'workflows') return { folder: area, layer: layerOf(area) };
  if (!['activities', 'apps', 'libs'].includes(area)) return undefined;
  const folder = `${area}/${name}`;
  return { folder, layer: layerOf(folder) };
}

/** By the name of a package of ours: `@rounds/activities-run/…`, `@rounds/contracts/…`. @param {string} imported */
function projectNamed(imported) {
  const [, name = ''] = /^@rounds\/([\w-]+)/.exec(imported) ?? [];
  const stage = /^activities-(.+)$/.exec(name)?.[1];
  return stage === undefined
    ? { folder: name, layer: name }
    : { folder: `activities/${stage}`, layer: 'activities' };
}

/**
 * @param {string} file from the root, with slashes
 * @param {string} imported as it stands there
 * @returns {string | undefined} what is wrong with it
 */
export function arrowFault(file, imported) {
  const from = projectOf(file);
  if (from === undefined) return undefined;
  if (imported.startsWith('.')) {
    const target = join(dirname(file), imported).split(sep).join('/');
    if (target.startsWith(`${from.folder}/`) || SHARED.test(target)) return undefined;
    return 'Another project is imported by its name, not by a path.';
  }
  if (!imported.startsWith('@rounds/')) return undefined;
  const to = projectNamed(imported);
  if (from.folder.endsWith(to.folder)) return 'Within a project, import by the path.';
  const allowed = ARROWS[from.layer];
  if (allowed === undefined) return `tools/lint/house.mjs says nothing of the layer ${from.layer}.`;
  if (allowed.includes(to.layer) || allowed.includes('*')) return undefined;
  return `${from.layer} may import ${allowed.join(', ') || 'no other project'}: not ${to.layer}.`;
}

const arrows = {
  /** @param {any} context */
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    /** @param {any} node */
    const look = (node) => {
      const imported = node.source?.value;
      const message = typeof imported === 'string' ? arrowFault(file, imported) : undefined;
      if (message !== undefined) context.report({ node, message });
    };
    return {
      ImportDeclaration: look,
      ImportExpression: look,
      ExportAllDeclaration: look,
      ExportNamedDeclaration: look,
      TSImportType: look,
    };
  },
};

/** What a person reads of an error or a refusal. */
const WORDS = '/^(message|reason|rule|detail)$/';

/** Refuses what the selectors (https://eslint.org/docs/latest/extend/selectors) find. @param {string} message @param {string[]} selectors */
const refuse = (message, selectors) => ({
  /** @param {any} context */
  create: (context) =>
    Object.fromEntries(
      selectors.map((selector) => [selector, (/** @type {any} */ node) => context.report({ node, message })]),
    ),
});

export default {
  meta: { name: 'house' },
  rules: {
    arrows,
    clock: refuse(
      'Take the clock that is handed to you (@rounds/adapters/clock); measure durations by performance.now().',
      [
        'NewExpression[callee.name="Date"][arguments.length=0]',
        'CallExpression[callee.name="Date"]',
        'MemberExpression[object.name="Date"][property.name="now"]',
        'MemberExpression[object.name="Temporal"][property.name="Now"]',
      ],
    ),
    'system-clock': refuse('Only who wires a program knows which clock it goes by: take it from there.', [
      'CallExpression[callee.name="systemClock"]',
    ]),
    /** What a person can have changed is written with its entry in the audit trail (docs/decisions/0021-audit.md). */
    audited: refuse('Make the change by the `change` of the audit trail.', [
      'TSAsExpression > TSTypeReference[typeName.name="Audited"]',
      'ImportDeclaration[source.value="@rounds/adapters/testing/directly"]',
    ]),
    /** A code says what happened; words may change, and are of one language. */
    'no-branch-on-words': refuse('Branch on a code: words are for people.', [
      'BinaryExpression[operator=/^[!=]==?$/] > Literal[value=/[a-z,] \\S+ [a-z]|[a-z] [a-z]+\\.$/]',
      'SwitchCase > Literal[value=/[a-z,] \\S+ [a-z]|[a-z] [a-z]+\\.$/]',
      'CallExpression[callee.property.name=/^(includes|startsWith|endsWith)$/][arguments.0.value=/[a-z] [a-z]/]',
      `CallExpression[callee.property.name=/^(includes|startsWith|endsWith|match)$/][callee.object.property.name=${WORDS}]`,
      `CallExpression[callee.property.name=/^(includes|startsWith|endsWith|match)$/][callee.object.name=${WORDS}]`,
      `CallExpression[callee.property.name=/^(test|exec)$/] > Identifier.arguments[name=${WORDS}]`,
      `CallExpression[callee.property.name=/^(test|exec)$/] > MemberExpression.arguments[property.name=${WORDS}]`,
      `CallExpression[callee.property.name=/^(test|exec)$/] > TemplateLiteral.arguments Identifier[name=${WORDS}]`,
    ]),
  },
};
