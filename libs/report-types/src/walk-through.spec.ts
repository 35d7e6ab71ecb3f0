/** The walk-throughs of docs/report-types.md, done as they stand there on a copy of the sources. */
import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { copyOfSources, follow } from '../../../tools/walk-through.mjs';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../../..');

const PROOF = `
import { AGGREGATORS } from './aggregators.ts';
import { REPORT_TYPES } from './catalogue.ts';
import { MODELS } from './models.ts';
import { spokenHeadline } from './spoken-headline.ts';
import { voiceOf } from './model/words/voice.ts';
import { datasetOf } from './testing/dataset-of.ts';
import { studyRows, subjectRows } from './testing/fold-rows.ts';

const rows = studyRows(
  subjectRows('S1', {
    DM: [{}],
    SV: [{ SVSTDTC: '2024-03-05' }],
    AE: [{ AESEV: 'SEVERE', AEDTC: '2024-03-05' }, { AESEV: 'SEVERE', AEDTC: '2024-02-05' }, { AEDTC: '2024-03-05' }],
  }),
);
const made = (id: 'study-weekly' | 'visit-weekly') => {
  const dataset = datasetOf(REPORT_TYPES[id], AGGREGATORS[id], { rows });
  const headline = { ...AGGREGATORS[id].headline(dataset), doubts: [], changes: { byDomain: {}, rowsListed: 0 } };
  return {
    dataset,
    model: MODELS[id].build(dataset, { undrawable: new Map() }),
    mail: spokenHeadline({ ...dataset.study, ...dataset, ...headline } as never, id, voiceOf()).figures,
    compared: AGGREGATORS[id].compared,
  };
};
process.stdout.write(JSON.stringify({ study: made('study-weekly'), visits: made('visit-weekly') }));
`;

const BUILD = `
const { buildProgram } = await import(process.argv[1] + '/tools/build.mjs');
await buildProgram(process.argv[2] + '/libs/report-types/src/proof.ts', process.argv[2] + '/dist/proof.js');
await import(process.argv[2] + '/dist/proof.js');
`;

const copied = async (): Promise<string> => {
  const copy = await copyOfSources('walk-through', ['libs/report-types', 'libs/contracts', 'docs']);
  await writeFile(
    join(copy, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.base.json', include: ['libs/report-types/src'] }),
  );
  return copy;
};

interface Made {
  readonly dataset: Record<string, unknown>;
  readonly model: {
    readonly tiles: readonly Record<string, unknown>[];
    readonly definitions: readonly unknown[];
    readonly sections: readonly {
      readonly tables: readonly { readonly name: string; readonly rows: readonly (readonly unknown[])[] }[];
    }[];
  };
  readonly mail: readonly unknown[];
  readonly compared: readonly unknown[];
}

describe('the walk-throughs', () => {
  let copy: string;
  let study: Made;
  let visits: Made;
  beforeAll(async () => {
    copy = await copied();
    await follow(copy, await readFile(join(root, 'docs/report-types.md'), 'utf8'));
    await writeFile(join(copy, 'libs/report-types/src/proof.ts'), PROOF);
    await run(process.execPath, [join(root, 'tools/generate.mjs'), '--copy', copy]);
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', BUILD, root, copy], {
      maxBuffer: 16 * 1024 * 1024,
    });
    ({ study, visits } = JSON.parse(stdout) as { study: Made; visits: Made });
  });
  afterAll(() => rm(copy, { recursive: true }));

  const tableOf = ({ model }: Made, name: string) =>
    model.sections.flatMap(({ tables }) => tables).find((table) => table.name === name)?.rows;

  it('compile', async () => {
    const faults = await run(join(root, 'node_modules/.bin/tsc'), ['-p', copy]).then(
      ({ stdout }) => stdout,
      (error: unknown) => (error as { stdout: string }).stdout,
    );
    expect(faults).toBe('');
  });

  it('put the figure into the dataset, beside that of the period before', () => {
    expect(study.dataset).toMatchObject({
      adverseEvents: { inPeriod: { severe: 1 }, toDate: { severe: 2 } },
      previous: { adverseEvents: { inPeriod: { severe: 0 }, toDate: { severe: 1 } } },
    });
  });

  it('show it on page one, in the summary, among all figures and in the mail, and define it', () => {
    expect(study.model.tiles).toContainEqual(
      expect.objectContaining({
        ...{ label: 'Severe adverse events', value: '1', previous: '0', context: '2 to date' },
      }),
    );
    expect(tableOf(study, 'adverse-events-summary')).toContainEqual([
      ...['severe', 'Severe adverse events', 1, 0, 2],
    ]);
    expect(tableOf(study, 'figures')).toContainEqual(['adverseEvents.toDate.severe', 2, 1]);
    expect(study.mail).toContainEqual({ label: 'Severe adverse events', value: 1, previous: 0 });
    expect(study.model.definitions).toContainEqual({
      term: 'Severe adverse events',
      meaning: 'Adverse events with AESEV SEVERE.',
    });
  });

  it('compare it with the last report, by its rows', () => {
    expect(study.compared).toContainEqual(
      expect.objectContaining({ path: 'adverseEvents.toDate.severe', of: 'toDate', rows: { domain: 'AE' } }),
    );
    expect(study.compared).toContainEqual(
      expect.objectContaining({ path: 'adverseEvents.inPeriod.severe', of: 'inPeriod' }),
    );
  });

  it('write it into the page of its report type', async () => {
    expect(await readFile(join(copy, 'docs/study-weekly.md'), 'utf8')).toMatch(
      /\| `adverseEvents\.\*\.severe` +\| Severe adverse events +\| Adverse events with AESEV SEVERE\. +\| `AE\.AESEV` +\|/,
    );
  });

  it('make a report of the new type', async () => {
    expect(visits.dataset).toMatchObject({ visits: { inPeriod: { rows: 1, subjects: 1 } } });
    expect(visits.model.tiles.map(({ label, value }) => [label, value])).toEqual([
      ['Visits', '1'],
      ['Subjects seen', '1'],
    ]);
    expect(tableOf(visits, 'visits')).toEqual([
      ['rows', 'Visits', 1, 0, 1],
      ['subjects', 'Subjects seen', 1, 0, 1],
    ]);
    expect(await readFile(join(copy, 'docs/visit-weekly.md'), 'utf8')).toContain('| `visits.*.rows`');
  });
});
