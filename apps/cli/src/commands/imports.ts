/** `imports`: what came in for a study, and what did not. */
import type { RoundsClient } from '@rounds/client/client';
import type { components } from '@rounds/client/generated/api';
import type { Command } from 'commander';
import { act, given, listed, listVerb, pageLines, type ListOptions, type Page } from '../verb.ts';
import { ruleWords } from '../import-words.ts';

type Import = components['schemas']['Import'];
type Details = components['schemas']['ImportDetails'];
type RefusedRow = NonNullable<Details['refusals']>['items'][number];

const IMPORTS = '/api/v1/studies/{studyId}/imports';

const importLine = ({ id, startedAt, status, by, ...counts }: Import): string =>
  [
    id,
    startedAt,
    status,
    by,
    `${counts.rows} rows: ${counts.inserted} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.removed} removed, ${counts.refused} refused`,
  ].join('  ');

const fileLine = ({ file, domains, readBy, ...counts }: Details['files'][number]): string =>
  `  ${file ?? domains.join(', ')}: ${counts.rows} rows: ${counts.inserted} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.removed} removed, ${counts.refused} refused${readBy === null ? '' : ` (as it was at ${readBy})`}`;

const refusalLine = ({ file, domain, row, faults }: RefusedRow): string =>
  `  refused: ${file ?? domain ?? ''} row ${row}: ${faults.map(({ field, rule }) => (rule === null ? field : `${field} ${rule}`)).join('; ')}`;

const detailLines = (details: Details): string[] => [
  importLine(details),
  ...(details.refusedBecause.length === 0 ? [] : [`  refused: ${ruleWords(details.refusedBecause)}`]),
  ...details.files.map(fileLine),
  ...(details.refusals?.items ?? []).map(refusalLine),
  ...(details.refusals?.nextCursor == null
    ? []
    : [`more: --cursor ${details.refusals.nextCursor}, or --all`]),
];

interface ImportsOptions extends ListOptions {
  readonly study: string;
  readonly domain?: string;
  readonly field?: string;
  readonly rule?: string;
}

const NONE = { items: [], nextCursor: null };

/** With `--all`, every refused row of it that the filters leave. */
const show = async (rounds: RoundsClient, options: ImportsOptions, importId: string): Promise<Details> => {
  const { study: studyId, limit, cursor, all, domain, field, rule } = options;
  const filters = given({ domain, field, rule });
  const ask = (page: { limit: number; cursor?: string }): Promise<Details> =>
    rounds.get(`${IMPORTS}/{importId}`, {
      params: { path: { studyId, importId }, query: { ...page, ...filters } },
    });
  const first = await ask({ limit, ...given({ cursor }) });
  const { refusals } = first;
  if (all !== true || refusals?.nextCursor == null) return first;
  const rest = await listed(
    { ...options, cursor: refusals.nextCursor },
    async (query) => (await ask(query)).refusals ?? NONE,
  );
  return { ...first, refusals: { ...refusals, ...rest, items: [...refusals.items, ...rest.items] } };
};

const list = (rounds: RoundsClient, options: ImportsOptions): Promise<Page<Import>> => {
  const { study: studyId, domain } = options;
  return listed(options, (page) =>
    rounds.get(IMPORTS, { params: { path: { studyId }, query: { ...page, ...given({ domain }) } } }),
  );
};

const listLines = pageLines<Import>(importLine);

export const importsCommands = (): Command[] => [
  listVerb(
    'imports [import]',
    'the imports of a study; of one, its files and every row that was refused',
    'imports --study ROUNDS-DEMO --limit 1',
  )
    .requiredOption('--study <id>', 'of which study')
    .option(
      '--domain <name>',
      'in the list, those alone that had a file of it; of one, its refused rows of it',
    )
    .option('--field <name>', 'of one, its refused rows with a fault of this variable')
    .option('--rule <text>', 'of one, its refused rows with a fault against this rule, in full')
    .action(
      act(
        (rounds, options: ImportsOptions, importId?: string): Promise<Page<Import> | Details> =>
          importId === undefined ? list(rounds, options) : show(rounds, options, importId),
        (answer) => ('files' in answer ? detailLines(answer) : listLines(answer)),
      ),
    ),
];
