/** The report as a page, and its file beside it: who gets what, with the API, MongoDB and S3. */
import type { RunDocument } from '@rounds/contracts/collections';
import type { ScopeDataset } from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import { openApiBed, type ApiBed } from './api-bed.ts';
import {
  addArtefact,
  addDataset,
  ALL_BLINDED,
  artefactOf,
  datasetFor,
  runDocument,
  subscriptionDocument,
} from './records.ts';

const UNBLINDED: Scope = { sites: 'all', unblinded: true };
const ANNA = 'anna@example.org';
const BEN = 'ben@example.org';
const SITE = 'site@example.org';

let bed: ApiBed;
let anna: string;
/** Names of arms in the dataset of who may see them. */
const ARMS = Object.keys(datasetFor(runDocument(), UNBLINDED).adverseEvents.byArm ?? {});

beforeAll(async () => {
  bed = await openApiBed('view', { workers: false });
  await bed.addStudy('S1');
  anna = await bed.grant(ANNA, 'S1', { unblinded: true });
});
beforeEach(async () => {
  await bed.grant(BEN, 'S1');
  await bed.grant(SITE, 'S1', { sites: ['799'] });
});
afterAll(() => bed.close());

let count = 0;

/** A run with both files and both datasets that Anna asked for and that reached the others. */
const addRun = async (
  changes: Partial<RunDocument> = {},
  datasets?: (run: RunDocument) => Promise<ScopeDataset>[],
) => {
  count += 1;
  const subscriptionId = `sub_${String(count)}`;
  const run = runDocument({ _id: `run_${String(count)}`, subscriptionId, requestedBy: anna, ...changes });
  const ids = await Promise.all([ANNA, BEN, SITE].map(async (email) => (await userOf(email)) ?? ''));
  const subscription = subscriptionDocument({ _id: subscriptionId, ownerId: anna, recipients: ids });
  await bed.mongo.collection('subscriptions').insertOne(subscription);
  for (const scope of [ALL_BLINDED, UNBLINDED]) await addArtefact(bed, run, scope);
  const made =
    datasets?.(run) ?? [ALL_BLINDED, UNBLINDED].map((scope) => addDataset(bed.objects, run, scope));
  await bed.mongo.collection('runs').insertOne({ ...run, datasets: await Promise.all(made) });
  return run._id;
};

const userOf = async (email: string) => (await bed.mongo.collection('users').findOne({ email }))?._id;

const view = (jobId: string, as: string, query = '') =>
  bed.call('GET', `/api/v1/jobs/${jobId}/view${query}`, { as });

interface View {
  readonly scope: Scope;
  readonly report: {
    readonly language: string;
    readonly head: { readonly report: string };
    readonly sections: readonly {
      readonly id: string;
      readonly tables: readonly {
        readonly name: string;
        readonly columns: readonly object[];
        readonly rows: readonly unknown[][];
        readonly texts: readonly string[][];
        readonly rowCount: number;
      }[];
    }[];
  };
}
const read = async (jobId: string, as: string, query = ''): Promise<View> =>
  (await view(jobId, as, query)).json as unknown as View;

describe('the report as a page', () => {
  it('shows arms to who may see them, and to nobody else', async () => {
    expect(ARMS.length).toBeGreaterThan(1);
    const jobId = await addRun();
    const unblinded = await view(jobId, ANNA);
    const blinded = await view(jobId, BEN);
    expect([unblinded.status, blinded.status]).toEqual([200, 200]);
    for (const arm of ARMS) {
      expect(unblinded.text).toContain(arm);
      expect(blinded.text).not.toContain(arm);
    }
    expect(blinded.json).toMatchObject({ scope: ALL_BLINDED });
    expect((await view(jobId, BEN, '?scope=all-unblinded')).status).toBe(403);
  });

  it('is that of the dataset, table by table, each value as the page shows it', async () => {
    const { report } = await read(await addRun(), ANNA);
    const tables = report.sections.flatMap((section) => section.tables);
    expect(report.sections.map(({ id }) => id)).toContain('adverse-events');
    for (const { columns, rows, texts, rowCount } of tables) {
      expect(texts.map((row) => row.length)).toEqual(rows.map(() => columns.length));
      expect(rows.length).toBe(Math.min(rowCount, 200));
    }
  });

  it('is told in the language of its reader, or in the one that they ask for', async () => {
    const jobId = await addRun();
    await bed.call('PATCH', '/api/v1/me', { as: BEN, body: { language: 'fr' } });
    const languages = [await read(jobId, BEN), await read(jobId, BEN, '?language=de')].map(
      ({ report }) => report.language,
    );
    expect(languages).toEqual(['fr', 'de']);
    await bed.call('PATCH', '/api/v1/me', { as: BEN, body: { language: 'en' } });
  });

  it('is arranged as its template says', async () => {
    const body = { name: 'short', reportType: 'study-weekly', sections: ['laboratory'] };
    await bed.addRole(ANNA, 'operator');
    await bed.call('POST', '/api/v1/templates', { as: ANNA, body });
    const { report } = await read(await addRun({ template: 'short@1' }), ANNA);
    expect(report.sections.map(({ id }) => id)).toEqual(['laboratory', 'data-quality', 'appendix']);
  });

  it('says first what a partial one lacks', async () => {
    const lacking = [{ check: 'documents', where: 'document doc_1', code: 'bytes-gone' }] as const;
    const outputs = [ALL_BLINDED, UNBLINDED].map((scope) => ({
      ...{ scope, artefacts: [artefactOf(`run_${String(count + 1)}`, scope)], lacking },
    }));
    const { report } = await read(await addRun({ outputs }), BEN);
    expect(report).toMatchObject({ lacking: { lines: [expect.stringContaining('doc_1') as string] } });
  });

  it('is recorded as an opening, which its owner sees in the job and others do not', async () => {
    const jobId = await addRun();
    await view(jobId, BEN);
    await view(jobId, BEN);
    const job = (as: string) => bed.call('GET', `/api/v1/jobs/${jobId}`, { as });
    expect((await job(ANNA)).json).toMatchObject({ openings: [{ person: BEN, looks: 2, downloads: 0 }] });
    expect((await job(SITE)).json).toMatchObject({ openings: [] });
    const openings = await bed.mongo.collection('openings').find({ runId: jobId }).toArray();
    expect(openings).toMatchObject([
      { what: 'view', linkId: null },
      { what: 'view', linkId: null },
    ]);
  });
});

describe('the page is refused', () => {
  it('to who lost the right, whatever they saw before', async () => {
    const jobId = await addRun();
    expect((await view(jobId, BEN)).status).toBe(200);
    await bed.mongo.collection('memberships').deleteOne({ userId: (await userOf(BEN)) ?? '' });
    expect((await view(jobId, BEN)).status).toBe(404);
  });

  it('to who sees some sites, where none was made for them', async () => {
    expect((await view(await addRun(), SITE)).json.code).toBe('FORBIDDEN');
  });

  it('of what is held back, but to who decides about it and says so', async () => {
    const held = [ALL_BLINDED, UNBLINDED].map((scope) => ({
      ...{ scope, artefacts: [artefactOf(`run_${String(count + 1)}`, scope)] },
      findings: [{ check: 'documents', where: 'document doc_1', code: 'bytes-gone' } as const],
    }));
    const jobId = await addRun({ status: 'quarantined', held });
    expect((await view(jobId, ANNA)).json.code).toBe('QUARANTINED');
    expect((await view(jobId, BEN, '?quarantined=true')).status).toBe(403);
    expect((await view(jobId, ANNA, '?quarantined=true')).status).toBe(200);
  });

  it('of a failed run, of which nothing was looked at', async () => {
    expect((await view(await addRun({ status: 'failed' }), ANNA)).status).toBe(404);
  });

  it('when its dataset is gone, or was never kept', async () => {
    const jobId = await addRun();
    const run = await bed.mongo.collection('runs').findOne({ _id: jobId });
    for (const { dataset } of run?.datasets ?? []) await bed.objects.remove(dataset.key);
    expect((await view(jobId, ANNA)).json.code).toBe('ARTEFACT_GONE');
    expect((await view(await addRun({}, () => []), BEN)).status).toBe(410);
  });

  it('before its run has closed, as not made yet', async () => {
    const outputs = [ALL_BLINDED, UNBLINDED].map((scope) => ({
      ...{ scope, artefacts: [artefactOf(`run_${String(count + 1)}`, scope)] },
    }));
    const jobId = await addRun({ status: 'processing', outputs }, () => []);
    const { status, json } = await view(jobId, BEN);
    expect([status, json.code]).toEqual([409, 'CONFLICT']);
  });

  it.each<[string, (run: RunDocument) => ScopeDataset | Promise<ScopeDataset>]>([
    [
      'shows arms',
      (run) =>
        addDataset(bed.objects, run, ALL_BLINDED, { ...datasetFor(run, UNBLINDED), scope: ALL_BLINDED }),
    ],
    ['is of another scope', (run) => addDataset(bed.objects, run, ALL_BLINDED, datasetFor(run, UNBLINDED))],
    [
      'is of another study',
      (run) => addDataset(bed.objects, run, ALL_BLINDED, datasetFor({ ...run, studyId: 'S2' }, ALL_BLINDED)),
    ],
    [
      'has other bytes',
      async (run) => {
        const made = await addDataset(bed.objects, run, ALL_BLINDED);
        return { ...made, dataset: { ...made.dataset, sha256: 'ab'.repeat(32) } };
      },
    ],
  ])('where the dataset of blinded readers %s, and not a word of it is told', async (_what, dataset) => {
    const jobId = await addRun({}, (run) => [Promise.resolve(dataset(run))]);
    const { status, text } = await view(jobId, BEN);
    expect(status).toBe(500);
    for (const arm of ARMS) expect(text).not.toContain(arm);
  });
});

describe('the file beside it', () => {
  const content = (jobId: string, as: string, query = '?format=pdf') =>
    bed.call('GET', `/api/v1/jobs/${jobId}/content${query}`, { as });

  it('comes itself, to be shown, and is recorded as a download', async () => {
    const jobId = await addRun();
    const { status, text, headers } = await content(jobId, BEN);
    expect([status, text]).toEqual([200, `pdf of ${jobId} for all-blinded`]);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toMatch(/^inline; filename="S1_study-weekly_.*\.pdf"$/);
    expect(headers.get('cache-control')).toBe('no-store');
    const [opening] = await bed.mongo.collection('openings').find({ runId: jobId }).toArray();
    expect(opening).toMatchObject({ what: 'download', format: 'pdf' });
  });

  it('is refused as a download is', async () => {
    const jobId = await addRun();
    expect((await content(jobId, BEN, '?format=pdf&scope=all-unblinded')).status).toBe(403);
    expect((await content(jobId, SITE)).status).toBe(403);
    expect((await content(jobId, BEN, '?format=csv')).status).toBe(404);
    await bed.objects.remove(artefactOf(jobId, ALL_BLINDED).key);
    expect((await content(jobId, BEN)).json.code).toBe('ARTEFACT_GONE');
  });
});
