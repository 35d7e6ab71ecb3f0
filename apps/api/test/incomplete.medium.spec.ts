import { createHash } from 'node:crypto';
import { systemClock } from '@rounds/adapters/clock';
import { createAggregateActivities } from '@rounds/activities-aggregate/aggregate.activities';
import { createFetchActivities } from '@rounds/activities-fetch/fetch.activities';
import { createNoticeActivities } from '@rounds/activities-notify/notices/notice.activities';
import { createNotifyActivities } from '@rounds/activities-notify/notify.activities';
import { mailsTo, type InboxMail } from '@rounds/activities-notify/testing/inbox';
import { createRenderActivities } from '@rounds/activities-render/render.activities';
import { drawingThread } from '@rounds/activities-render/testing/bed';
import { pageText, readPdf, squeeze } from '@rounds/activities-render/testing/pdf-text';
import { linkToken } from '@rounds/adapters/links/link-tokens';
import { activityBeat } from '@rounds/adapters/temporal/heartbeat';
import { recordDocument, sdtmRow } from '@rounds/adapters/testing/rows';
import { serverClock, uniqueName } from '@rounds/adapters/testing/servers';
import type { InspectInput, RenderInput } from '@rounds/contracts/activities';
import type { DocumentDocument } from '@rounds/contracts/collections';
import { cancellationSignal } from '@temporalio/activity';
import sharp from 'sharp';
import { openApiBed, type ApiBed, type Json } from './api-bed.ts';
import { mailing } from './workers.ts';

/** Bytes of documents are lost after their upload: every stage is the real one, from the cut to the mail. */
let bed: ApiBed;
let rendering: ReturnType<typeof createRenderActivities>;
let anna: string;
const ANNA = `${uniqueName('anna')}@example.org`;
const STUDY = 'S1';
const DAY_MS = 86_400_000;
/** Within the week before today, which is Temporal's. */
const RECENT = new Date(serverClock().getTime() - 3 * DAY_MS);

beforeAll(async () => {
  bed = await openApiBed('incomplete', {
    stages: ({ mongo, objects, config }) => {
      const made = { objects, codeVersion: '0.1.0', beat: activityBeat };
      rendering = createRenderActivities({
        ...{ mongo, objects, drawing: { file: drawingThread(), threads: 1 } },
        ...{ beat: activityBeat, signal: cancellationSignal, now: systemClock },
      });
      return {
        fetch: createFetchActivities({ mongo, ...made, now: systemClock }),
        aggregate: createAggregateActivities(made),
        render: {
          render: (input: RenderInput) => rendering.render(input),
          inspect: (input: InspectInput) => rendering.inspect(input),
        },
        notify: {
          ...createNotifyActivities({ mongo, objects, ...mailing(config), now: systemClock }),
          ...createNoticeActivities({ mongo, ...mailing(config), now: systemClock }),
        },
      };
    },
  });
  await bed.addStudy(STUDY);
  anna = await bed.grant(ANNA, STUDY, { unblinded: true });
  const day = RECENT.toISOString().slice(0, 10);
  const rows = [
    recordDocument(STUDY, 'DM', sdtmRow('DM', { DMDTC: day })),
    recordDocument(STUDY, 'DS', sdtmRow('DS', { DSSTDTC: day })),
    recordDocument(STUDY, 'AE', sdtmRow('AE', { AEDTC: day, AESTDTC: day })),
    recordDocument(STUDY, 'VS', sdtmRow('VS', { VSDTC: day })),
  ];
  await bed.mongo.collection('records').insertMany(rows);
});
afterAll(async () => {
  await bed.close();
  await rendering.close();
});
afterEach(async () => {
  await bed.mongo.collection('documents').deleteMany({});
});

const upload = async (
  _id: string,
  kind: DocumentDocument['kind'],
  bytes: Buffer,
): Promise<() => Promise<void>> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const key = `documents/${sha256}`;
  const restore = () => bed.objects.put(key, bytes, 'application/octet-stream');
  await restore();
  await bed.mongo.collection('documents').insertOne({
    ...{ _id, studyId: STUDY, siteId: null, subject: null, kind, key, sha256, bytes: bytes.length },
    ...{ title: `Title of ${_id}`, caption: null, receivedAt: RECENT },
    ...(kind === 'text'
      ? { fileName: 'a.txt', mediaType: 'text/plain' }
      : { fileName: 'a.png', mediaType: 'image/png' }),
  });
  return restore;
};
const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#1f4e79' } })
    .png()
    .toBuffer();
const lose = async (_id: string): Promise<void> => {
  const document = await bed.mongo.collection('documents').findOne({ _id });
  await bed.objects.remove(document?.key ?? '');
};

const post = (path: string, body: object = {}) => bed.call('POST', `/api/v1${path}`, { as: ANNA, body });
const job = async (jobId: string): Promise<Json> =>
  (await bed.call('GET', `/api/v1/jobs/${jobId}`, { as: ANNA })).json;
const ended = async (jobId: string): Promise<Json> => {
  for (const end = performance.now() + 60_000; performance.now() < end;) {
    const shown = await job(jobId);
    if (!['queued', 'processing'].includes(shown.status)) return shown;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('The job did not end.');
};
const run = async (more: object = {}): Promise<Json> => {
  const schedule = { every: 'week', at: '23:59', timeZone: 'UTC' };
  const wish = {
    studyId: STUDY,
    reportType: 'study-weekly',
    schedule,
    formats: ['pdf', 'xlsx', 'json'],
    evenIfEqual: true,
    ...more,
  };
  const { json } = await post('/subscriptions', wish);
  return ended((await post(`/subscriptions/${json.id}/run-now`)).json.jobId);
};

/** The safe link of Anna's mail with the report: it can be known before, and opens nothing until it was mailed. */
const linkOf = (jobId: string): string => `/r/${linkToken(bed.config.ROUNDS_LINK_SECRET, jobId, anna)}`;
const opened = async (jobId: string): Promise<number> => (await fetch(bed.url + linkOf(jobId))).status;
const reportMail = async (jobId: string): Promise<InboxMail> => {
  for (const end = performance.now() + 15_000; performance.now() < end;) {
    const mail = (await mailsTo(ANNA)).find(({ text }) => text.includes(linkOf(jobId)));
    if (mail !== undefined) return mail;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('The report was not mailed.');
};

const pdfOf = async (jobId: string, query = ''): Promise<Buffer> => {
  const { headers } = await bed.call('GET', `/api/v1/jobs/${jobId}/download?format=pdf${query}`, {
    as: ANNA,
  });
  return Buffer.from(await (await fetch(headers.get('location') ?? '')).arrayBuffer());
};
const firstPage = async (pdf: Buffer): Promise<string> => {
  const [page] = await readPdf(pdf);
  return page === undefined ? '' : pageText(page);
};

const lost = (check: 'documents' | 'images', id: string) => ({
  ...{ check, where: `document ${id}`, code: 'bytes-gone' },
});

describe('a document whose bytes are lost', () => {
  it('holds the report back; it is sent as it is once somebody vouches for it', async () => {
    await upload('doc_kept', 'text', Buffer.from('This narrative is there.'));
    await upload('doc_lost', 'text', Buffer.from('This narrative will be lost.'));
    await lose('doc_lost');
    const held = await run();
    expect(held).toMatchObject({
      ...{ status: 'quarantined', outputs: [], deliveries: [] },
      held: [{ findings: [lost('documents', 'doc_lost')] }],
    });
    expect(await opened(held.jobId)).toBe(404);
    // Who decides looks at what would be sent: it has the other narrative, and does not call itself partial.
    const text = (await readPdf(await pdfOf(held.jobId, '&quarantined=true'))).map(pageText).join('');
    expect(text).toContain(squeeze('This narrative is there.'));
    expect(text).not.toContain(squeeze('will be lost'));

    expect((await post(`/jobs/${held.jobId}/release`, { reason: 'It was a duplicate.' })).status).toBe(202);
    expect(await ended(held.jobId)).toMatchObject({
      ...{ status: 'completed', held: [], deliveries: [{ status: 'accepted' }] },
    });
    expect((await reportMail(held.jobId)).subject).not.toContain('partial');
    expect(await opened(held.jobId)).toBe(200);
  });

  it('is in the report that is made anew after it was brought back', async () => {
    const restore = await upload('doc_back', 'text', Buffer.from('This narrative comes back.'));
    await upload('img_back', 'image', await picture());
    await lose('doc_back');
    const { jobId, status } = await run();
    expect(status).toBe('quarantined');
    await restore();
    await post(`/jobs/${jobId}/redrive`);
    expect(await ended(jobId)).toMatchObject({ status: 'completed', redrives: 1 });
    const text = (await readPdf(await pdfOf(jobId))).map(pageText).join('');
    expect(text).toContain(squeeze('This narrative comes back.'));
    expect((await reportMail(jobId)).subject).not.toContain('partial');
  });

  it('is named on page one of a report that is sent marked partial', async () => {
    await upload('img_lost', 'image', await picture());
    await lose('img_lost');
    const sent = await run({ incomplete: 'partial' });
    expect(sent).toMatchObject({ status: 'completed', deliveries: [{ status: 'accepted' }] });
    const finding = lost('images', 'img_lost');
    expect(sent.outputs).toHaveLength(3);
    for (const output of sent.outputs) expect(output).toMatchObject({ lacking: [finding] });
    const page = await firstPage(await pdfOf(sent.jobId));
    expect(page).toContain(squeeze('document img_lost'));
    expect(page.toLowerCase()).toContain('partial');
    const mail = await reportMail(sent.jobId);
    expect(mail.subject).toContain('(partial)');
    expect(mail.text).toContain('This report is partial');
  });
});
