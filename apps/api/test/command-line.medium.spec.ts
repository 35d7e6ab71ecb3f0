import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { RoundsError } from '@rounds/contracts/errors';
import { run } from '../../cli/src/run.ts';
import { openApiBed, type ApiBed } from './api-bed.ts';
import { fileOf, importDocument } from './records.ts';

/** The command line as its user sees it: words in, lines and exit codes out. Real: the API, workflows, files. */
const ANNA = 'anna@example.org';
let bed: ApiBed;
let folder: string;
let written: { readonly out: string[]; readonly err: string[] };

beforeAll(async () => {
  bed = await openApiBed('command-line');
  await bed.addStudy('S1');
  await bed.grant(ANNA, 'S1', { unblinded: true });
  await bed.addRole('operator@example.org', 'operator');
  folder = await mkdtemp(join(tmpdir(), 'rounds-cli-'));
  process.env.ROUNDS_API_URL = bed.url;
  process.env.ROUNDS_TOKEN = await bed.issuer.issue(ANNA);
});
afterAll(async () => {
  delete process.env.ROUNDS_API_URL;
  delete process.env.ROUNDS_TOKEN;
  await rm(folder, { recursive: true });
  await bed.close();
});
beforeEach(() => {
  written = { out: [], err: [] };
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.out.push(String(text)) > 0);
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.err.push(String(text)) > 0);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const type = async (line: string) => {
  written.out.length = 0;
  written.err.length = 0;
  const code = await run(line.split(' '));
  return { code, out: written.out.join(''), err: written.err.join('') };
};
const json = async <T>(line: string): Promise<T> => {
  const { code, out, err } = await type(`${line} --json`);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as T;
};

interface Subscription {
  readonly id: string;
  readonly status: string;
  readonly formats: readonly string[];
  readonly schedule: object;
  readonly nextRuns: readonly string[];
}
interface Job {
  readonly jobId: string;
  readonly status: string;
  readonly files: readonly string[];
}

it('subscribes, shows, changes and steers', async () => {
  const { id } = await json<Subscription>(
    'subscribe --study S1 --every month --on 2-tuesday --at 07:30 --zone Europe/Berlin --formats pdf',
  );
  const shown = await type(`subscriptions show ${id}`);
  expect(shown.out).toMatch(
    new RegExp(`^${id}  S1  study-weekly  active\nnext runs \\d{4}-\\d\\d-\\d\\dT07:30:00`),
  );
  const changed = await json<Subscription>(`subscriptions change ${id} --at 09:00 --formats csv,xlsx`);
  expect(changed).toMatchObject({
    formats: ['csv', 'xlsx'],
    schedule: { every: 'month', on: { nth: 2, weekday: 'tuesday' }, at: '09:00', timeZone: 'Europe/Berlin' },
  });
  expect(await json(`subscriptions skip-next ${id}`)).toMatchObject({ nextRuns: { 0: changed.nextRuns[1] } });
  expect(await json(`subscriptions pause ${id}`)).toMatchObject({ status: 'paused' });
  const { items } = await json<{ items: Subscription[] }>('subscriptions --status paused --all');
  expect(items.map((item) => item.id)).toEqual([id]);
  expect(await json(`subscriptions resume ${id}`)).toMatchObject({ status: 'active' });
  expect((await type(`subscriptions cancel ${id}`)).out).toContain('cancelled');
});

it('tells what came in for a study, and each row that did not', async () => {
  await bed.mongo.collection('imports').insertOne(importDocument({ files: [fileOf('ae.xpt')] }));
  const refusals = [2, 12, 30].map((row) => ({
    ...{ _id: `imp_1|ae.xpt|${row}`, importId: 'imp_1', studyId: 'S1', file: 'ae.xpt', row, domain: 'AE' },
    ...{ faults: [{ field: 'AESEQ', rule: 'is required' }], at: new Date('2026-11-16T06:00:00Z') },
  }));
  await bed.mongo.collection('refusals').insertMany(refusals);
  expect((await type('imports --study S1')).out).toMatch(/^imp_1 .* completed .* 1 removed, 3 refused$/m);
  const { out } = await type('imports --study S1 imp_1 --limit 2');
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^imp_1 /),
    '  ae.xpt: 10 rows: 4 new, 2 changed, 1 unchanged, 1 removed, 3 refused',
    '  refused: ae.xpt row 2: AESEQ is required',
    '  refused: ae.xpt row 12: AESEQ is required',
    expect.stringMatching(/^more: --cursor /),
    '',
  ]);
  const all = await json<{ refusals: { items: { row: number }[] } }>(
    'imports --study S1 imp_1 --limit 1 --all',
  );
  expect(all.refusals.items.map(({ row }) => row)).toEqual([2, 12, 30]);
  const found = (await type('imports --study S1 imp_1 --domain AE --field AESEQ')).out;
  expect(found.match(/refused: /g)).toHaveLength(3);
  expect((await type('imports --study S1 imp_1 --field AETERM')).out).not.toContain('refused: ');
});

it('makes a report and keeps its files', async () => {
  const target = join(folder, 'reports');
  const job = await json<Job>(`generate --study S1 --formats pdf,csv --download ${target}`);
  expect(job.status).toBe('completed');
  expect((await readdir(target)).sort()).toEqual(
    job.files.map((file) => file.slice(target.length + 1)).sort(),
  );
  const single = join(folder, 'one.pdf');
  await type(`jobs download ${job.jobId} --out ${single}`);
  expect(await readFile(single, 'utf8')).toContain(`pdf of ${job.jobId}`);
  const events = (await type(`jobs events ${job.jobId} --json`)).out.trim().split('\n');
  expect(JSON.parse(events.at(-1) ?? '')).toMatchObject({ type: 'end', status: 'completed' });
  expect((await type('jobs')).out).toContain(job.jobId);
});

it('looks at a report that is held back, and releases it', async () => {
  bed.fakes.find([{ check: 'pages', where: 'pdf, page 3', code: 'page-blank' }]);
  const made = await type('generate --study S1 --follow');
  bed.fakes.mend();
  expect([made.code, made.err]).toEqual([6, expect.stringContaining('is quarantined: The gate before')]);
  const { items } = await json<{ items: Job[] }>('jobs list --status quarantined');
  const jobId = items[0]?.jobId ?? '';
  const file = join(folder, 'held.pdf');
  expect(await type(`jobs download ${jobId} --out ${file}`)).toMatchObject({ out: '', code: 3 });
  await type(`jobs download ${jobId} --quarantined --out ${file}`);
  expect(await readFile(file, 'utf8')).toContain(`pdf of ${jobId}`);
  expect((await type(`jobs release ${jobId}`)).code).toBe(2);
  expect((await type(`jobs release ${jobId} --reason wanted`)).out).toContain(jobId);
  const events = (await type(`jobs events ${jobId} --json`)).out.trim().split('\n');
  expect(JSON.parse(events.at(-1) ?? '')).toMatchObject({ type: 'end', status: 'completed' });
});

describe('verify', () => {
  const kept = async (name: string, text: string | Buffer): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, text);
    return file;
  };

  it('knows a file that was fetched, and tells an altered one from one that nobody knows', async () => {
    const { jobId, files } = await json<Job>(
      `generate --study S1 --formats pdf --download ${join(folder, 'genuine')}`,
    );
    const [file = ''] = files;
    const genuine = await type(`verify ${file}`);
    expect([genuine.code, genuine.err]).toEqual([0, '']);
    expect(genuine.out).toContain(`${file} is genuine`);
    expect(genuine.out).toMatch(new RegExp(`run {8}${jobId} {2}completed`));
    expect(genuine.out).toMatch(new RegExp(`fetched by ${ANNA} {2}downloaded \\d{4}-`));
    expect(await json(`verify ${file}`)).toMatchObject({
      file,
      verdict: 'genuine',
      matches: [{ run: { jobId } }],
    });

    const claim = await kept('altered.pdf', `%PDF-1.7 <rounds:runId>${jobId}</rounds:runId> %%EOF`);
    const altered = await type(`verify ${claim}`);
    expect(altered.code).toBe(7);
    expect(altered.err).toBe(
      `${claim} claims to be of the run ${jobId}; its bytes differ from what was made and sent.\n`,
    );
    const { cut } = await json<{ cut: { sha256: string } }>(`jobs show ${jobId}`);
    const claimOfCut = await kept('cut.json', JSON.stringify({ manifest: { cut: cut.sha256 } }));
    const ofCut = await type(`verify ${claimOfCut}`);
    expect([ofCut.code, ofCut.err]).toEqual([
      7,
      `${claimOfCut} claims to be of the data cut of the run ${jobId}; its bytes differ from what was made and sent.\n`,
    ]);
    const claimInJson = await kept('altered.json', JSON.stringify({ manifest: { runId: jobId } }));
    expect((await type(`verify ${claimInJson}`)).code).toBe(7);

    const unknown = await type(`verify ${await kept('other.pdf', '%PDF-1.7')} --json`);
    expect(unknown.code).toBe(4);
    expect(JSON.parse(unknown.out)).toMatchObject({ verdict: 'unknown', matches: [] });
    expect(JSON.parse(unknown.err)).toMatchObject({
      error: { message: expect.stringContaining('not known') as string },
    });
  });

  it('knows one that was never sent', async () => {
    const { jobId } = await json<Job>('generate --study S1 --formats csv');
    const { code, err } = await type(`verify ${await kept('unsent', `csv of ${jobId} for all-unblinded`)}`);
    expect([code, err]).toEqual([8, `${join(folder, 'unsent')} was made by Rounds and never sent.\n`]);
  });
});

it('adds documents and lists them', async () => {
  const file = join(folder, 'ae-narrative.txt');
  await writeFile(file, 'The subject felt well.');
  expect((await type(`documents upload ${file} --study S1`)).out).toContain('Ae narrative');
  expect(await json('documents list --study S1 --kind text')).toMatchObject({
    items: [{ title: 'Ae narrative' }],
  });
});

it('says who one is, and what there is', async () => {
  expect((await type('me')).out).toBe(`${ANNA}  en\nS1  Study S1  (all sites, unblinded)\n`);
  expect((await type('report-types')).out).toContain('study-weekly');
});

describe('ends with', () => {
  it.each([
    [2, 'jobs show', 'missing required argument'],
    [2, 'generate --study S1 --formats doc', 'must be of pdf'],
    [2, 'admin set-flag x --percentage 101', 'from 0 to 100'],
    [3, 'subscribe --study S1 --zone Mars/Olympus', '  schedule.timeZone: must be an IANA time zone'],
    [3, 'admin overview', ''],
    [4, 'jobs show run_none', 'There is no such job'],
    [4, 'documents list --study NONE', 'There is no such study'],
  ])('%i after %s', async (code, line, words) => {
    const ended = await type(line);
    expect(ended.code).toBe(code);
    expect(ended.err).toContain(words);
    expect(ended.out).toBe('');
  });

  it('6 when the report that it waited for was not made', async () => {
    bed.fakes.fail('render', () => new RoundsError('RENDER_INCOMPLETE', 'A text is missing from the page.'));
    const ended = await type('generate --study S1 --follow --json');
    bed.fakes.mend();
    expect(ended.code).toBe(6);
    expect(ended.err).toContain('A text is missing');
  });

  it('the problem as JSON where JSON is asked for', async () => {
    const { err } = await type('jobs show run_none --json');
    expect(JSON.parse(err)).toMatchObject({
      error: { code: 'NOT_FOUND', requestId: expect.any(String) as string },
    });
  });

  it('5 when no API answers', async () => {
    process.env.ROUNDS_API_URL = 'http://127.0.0.1:1';
    expect((await type('me')).code).toBe(5);
    process.env.ROUNDS_API_URL = bed.url;
  });
});
