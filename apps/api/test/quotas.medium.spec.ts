/** One person, and one study, cannot spend everyone's: counted in a real MongoDB, without workers nothing ends. */
import { systemClock } from '@rounds/adapters/clock';
import { openApiBed, type ApiBed } from './api-bed.ts';
import { ALL_BLINDED, addArtefact, addDataset, runDocument } from './records.ts';

let bed: ApiBed;
const ANNA = 'anna@example.org';
const BEN = 'ben@example.org';
const CLEO = 'cleo@example.org';

beforeAll(async () => {
  bed = await openApiBed('quotas', {
    workers: false,
    env: {
      ...{ ROUNDS_OPEN_JOBS: '5', ROUNDS_OPEN_JOBS_CALLER: '2', ROUNDS_OPEN_JOBS_STUDY: '3' },
      ...{ ROUNDS_UPLOADS_CALLER: '2', ROUNDS_UPLOADS_STUDY: '3' },
      ...{ ROUNDS_PREVIEWS_CALLER: '1', ROUNDS_PREVIEWS_STUDY: '2' },
      ...{ ROUNDS_RECIPIENTS_CALLER: '1', ROUNDS_RECIPIENTS_STUDY: '2' },
      ...{ ROUNDS_VIEWS_CALLER: '1', ROUNDS_VIEWS_STUDY: '2' },
    },
  });
  for (const study of ['S1', 'S2']) {
    await bed.addStudy(study);
    for (const who of [ANNA, BEN, CLEO]) await bed.grant(who, study);
  }
});
afterAll(() => bed.close());
beforeEach(() => bed.mongo.collection('runs').deleteMany({}));

const detailOf = (answer: object): string => (answer as { detail: string }).detail;

const generate = async (as: string, studyId: string, more: object = {}): Promise<string> => {
  const body = { studyId, reportType: 'study-weekly', ...more };
  const { status, json, headers } = await bed.call('POST', '/api/v1/reports/generate', { as, body });
  if (status !== 429) return String(status);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  return /limit of ([^:]+):/.exec(detailOf(json))?.[1] ?? detailOf(json);
};

it('lets no caller have more jobs open than their share, nor a study, and says whose limit it is', async () => {
  expect(await generate(ANNA, 'S1')).toBe('202');
  expect(await generate(ANNA, 'S1')).toBe('202');
  expect(await generate(ANNA, 'S2')).toBe('one caller');
  expect(await generate(BEN, 'S1')).toBe('202');
  expect(await generate(BEN, 'S1')).toBe('one study');
  expect(await generate(BEN, 'S2')).toBe('202');
  expect(await generate(CLEO, 'S2')).toBe('202');
  expect(await generate(CLEO, 'S2')).toBe('this installation');
});

it('counts what is scheduled for later by itself', async () => {
  const later = { scheduledFor: new Date(systemClock().getTime() + 3_600_000).toISOString() };
  expect(await generate(ANNA, 'S1')).toBe('202');
  expect(await generate(ANNA, 'S1', later)).toBe('202');
  expect(await generate(ANNA, 'S1')).toBe('202');
  expect(await generate(ANNA, 'S2', later)).toBe('202');
  expect(await generate(ANNA, 'S2', later)).toBe('one caller');
});

it('counts nobody what is due by subscription', async () => {
  expect(await generate(ANNA, 'S1')).toBe('202');
  await bed.mongo.collection('runs').updateMany({}, { $set: { trigger: 'schedule' } });
  expect(await generate(ANNA, 'S1')).toBe('202');
  expect(await generate(ANNA, 'S1')).toBe('202');
  expect(await generate(ANNA, 'S1')).toBe('one caller');
});

it('counts uploads by the hour', async () => {
  const upload = async (as: string): Promise<string> => {
    const form = new FormData();
    form.set('file', new Blob(['The subject felt well again.']), 'note.txt');
    const { status, json, headers } = await bed.call('POST', '/api/v1/studies/S1/documents', {
      as,
      body: form,
    });
    if (status !== 429) return String(status);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(3_000);
    return detailOf(json);
  };
  expect([await upload(ANNA), await upload(ANNA)]).toEqual(['201', '201']);
  expect(await upload(ANNA)).toMatch(/^2 documents uploaded within an hour is the limit of one caller/);
  expect(await upload(BEN)).toBe('201');
  expect(await upload(CLEO)).toMatch(/^3 documents uploaded within an hour is the limit of one study/);
});

it('counts previews by the hour', async () => {
  const subscribe = async (as: string): Promise<string> => {
    const schedule = { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' };
    const body = { studyId: 'S1', reportType: 'study-weekly', schedule, evenIfEqual: true };
    return (await bed.call('POST', '/api/v1/subscriptions', { as, body })).json.id;
  };
  const preview = async (as: string, id: string): Promise<string> => {
    const { status, json } = await bed.call('POST', `/api/v1/subscriptions/${id}/preview`, { as });
    return status === 429 ? detailOf(json) : String(status);
  };
  const ids = [await subscribe(ANNA), await subscribe(BEN), await subscribe(CLEO)] as const;
  expect(await preview(ANNA, ids[0])).toBe('202');
  expect(await preview(ANNA, ids[0])).toMatch(
    /^1 previews asked for within an hour is the limit of one caller/,
  );
  expect(await preview(BEN, ids[1])).toBe('202');
  expect(await preview(CLEO, ids[2])).toMatch(
    /^2 previews asked for within an hour is the limit of one study/,
  );
});

it('counts by the hour the reports that are read as a page', async () => {
  const view = async (as: string): Promise<string> => {
    const user = await bed.mongo.collection('users').findOne({ email: as });
    const run = runDocument({ _id: `run_${as}`, requestedBy: user?._id ?? '' });
    await bed.mongo.collection('runs').deleteOne({ _id: run._id });
    const datasets = [await addDataset(bed.objects, run, ALL_BLINDED)];
    await bed.mongo.collection('runs').insertOne({ ...run, datasets });
    const { status, json } = await bed.call('GET', `/api/v1/jobs/${run._id}/view`, { as });
    return status === 429 ? detailOf(json) : String(status);
  };
  for (const as of [ANNA, BEN, CLEO]) await addArtefact(bed, runDocument({ _id: `run_${as}` }), ALL_BLINDED);
  expect(await view(ANNA)).toBe('200');
  expect(await view(ANNA)).toMatch(/^1 reports viewed within an hour is the limit of one caller/);
  expect(await view(BEN)).toBe('200');
  expect(await view(CLEO)).toMatch(/^2 reports viewed within an hour is the limit of one study/);
});

it('counts by the hour the questions about recipients', async () => {
  const look = async (as: string): Promise<string> => {
    const body = { recipients: [BEN] };
    const { status, json } = await bed.call('POST', '/api/v1/studies/S1/recipients/preview', { as, body });
    return status === 429 ? detailOf(json) : String(status);
  };
  expect(await look(ANNA)).toBe('200');
  expect(await look(ANNA)).toMatch(/^1 questions about recipients within an hour is the limit of one caller/);
  expect(await look(BEN)).toBe('200');
  expect(await look(CLEO)).toMatch(/^2 questions about recipients within an hour is the limit of one study/);
});
