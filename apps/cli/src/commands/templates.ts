/** `templates`: named ways to make a report, in versions. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { components } from '@rounds/client/generated/api';
import type { Command } from 'commander';
import type { CallerOptions } from '../connect.ts';
import { readJson } from '../values.ts';
import { act, actPaged, apiVerb, family, given, listVerb, type ListOptions } from '../verb.ts';

type Template = components['schemas']['Template'];

const ALL = '/api/v1/templates';
const ONE = '/api/v1/templates/{template}';

const one = (template = '') => ({ path: { template } });

const templateLine = ({ id, reportType, title, used, retired }: Template): string =>
  [id, reportType, title, ...(used ? ['used'] : []), ...(retired ? ['retired'] : [])].join('  ');

interface Filters extends ListOptions {
  readonly study?: string;
  readonly type?: components['schemas']['CreateTemplate']['reportType'];
}

const list = listVerb('list', 'list the templates that you may use', 'templates list --study CDISCPILOT01')
  .option('--study <id>', 'for this study')
  .option('--type <name>', 'of this report type')
  .action(
    actPaged(
      (rounds, page, options: Filters) =>
        rounds.get(ALL, {
          params: { query: { ...page, ...given({ studyId: options.study, reportType: options.type }) } },
        }),
      templateLine,
    ),
  );

const show = apiVerb(
  'show <template>',
  'show the newest version, or the one that is named',
  'templates show monthly@2 --json',
).action(
  act((rounds, _options: CallerOptions, name) => rounds.get(ONE, { params: one(name) }), templateLine),
);

const versions = apiVerb('versions <template>', 'list its versions', 'templates versions monthly').action(
  act(
    (rounds, _options: CallerOptions, name) => rounds.get(`${ONE}/versions`, { params: one(name) }),
    ({ items }) => items.map(templateLine),
  ),
);

const create = apiVerb(
  'create <file>',
  'make a template of a JSON file, or of standard input for -',
  'templates create monthly.json',
).action(
  act(
    async (rounds, _options: CallerOptions, file = '') =>
      // The API says which field is not as it must be.
      rounds.post(ALL, { body: (await readJson(file)) as components['schemas']['CreateTemplate'] }),
    templateLine,
  ),
);

const change = apiVerb(
  'change <template> <file>',
  'change what the JSON file names; of a version that was used a new one is made',
  'templates change monthly changes.json',
).action(
  act(async (rounds, _options: CallerOptions, name, file = '') => {
    const body = (await readJson(file)) as components['schemas']['ChangeTemplate'];
    const { response } = await rounds.send('get', ONE, { params: one(name) });
    const header = { 'If-Match': response.headers.get('ETag') ?? '*' };
    return rounds.patch(ONE, { params: { ...one(name), header }, body });
  }, templateLine),
);

const retire = apiVerb(
  'retire <template>',
  'let nothing new be made by it',
  'templates retire monthly',
).action(
  act((rounds, _options: CallerOptions, name) => rounds.delete(ONE, { params: one(name) }), templateLine),
);

const LOGO_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

const logo = apiVerb(
  'logo <file>',
  'keep a logo (PNG, JPEG, SVG) for templates; answers with the hash that they name',
  'templates logo logo.svg',
).action(
  act(
    async (rounds, _options: CallerOptions, file = '') => {
      const bytes = await readFile(file);
      return rounds.post(`${ALL}/logos`, {
        headers: { 'Content-Type': LOGO_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream' },
        body: '',
        bodySerializer: () => bytes,
      });
    },
    ({ sha256, width, height }) => `${sha256}  ${width} × ${height}`,
  ),
);

export const templateCommands = (): Command[] => [
  family('templates', 'templates: list, look at, make, change and retire them', [
    list,
    show,
    versions,
    create,
    change,
    retire,
    logo,
  ]),
];
