/**
 * Who may do what: each route with what it answers to each caller of the scene. What one may not know of is 404, as
 * if it did not exist; what one sees and may not do is 403.
 */
import sharp from 'sharp';
import type { Call } from '../api-bed.ts';
import { CALLERS, emailOf, NEXT_DUE, SKIPPED_DUE, type Who } from './scene.ts';

type Expected = Readonly<Record<Who, number>>;
/** Method and path, what is sent, the statuses. Whoever bears no token gets 401. */
export type Row = readonly [
  route: string,
  wish: Pick<Call, 'body' | 'bytes' | 'headers'>,
  expected: Expected,
];

const everyone = (status: number): Expected =>
  Object.fromEntries(CALLERS.map((who) => [who, status])) as Record<Who, number>;

const members = (ok: number): Expected => ({
  ...everyone(404),
  ...{ owner: ok, recipient: ok, site: ok, member: ok },
});
/** Each one's own things: nobody acts or reads in another's place, operators neither. */
const ownerAlone = (ok: number): Expected => ({ ...everyone(404), owner: ok });
/** Operators and auditors see every record, and what a report says only as members. */
const readers = (ok: number): Expected => ({ ...everyone(404), owner: ok, operator: ok, auditor: ok });
const writers = (ok: number): Expected => ({ ...readers(ok), auditor: 403 });
/** The same for a run: who receives it reads it. */
const runReaders = (ok: number): Expected => ({ ...readers(ok), recipient: ok, site: ok });
const runWriters = (ok: number): Expected => ({ ...writers(ok), recipient: 403, site: 403 });
const templateReaders = (ok: number): Expected => ({ ...everyone(ok), stranger: 404 });
const operators = (ok: number): Expected => ({ ...everyone(403), operator: ok });
const overseers = (ok: number): Expected => ({ ...operators(ok), auditor: ok });

const narrative = new FormData();
narrative.set('file', new Blob(['The subject felt well.']), 'narrative.txt');

const logo = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#1f4e79' } })
  .png()
  .toBuffer();

const reassign = { from: emailOf('owner'), to: emailOf('member'), dryRun: false };

export const subscribe = {
  studyId: 'S1',
  reportType: 'study-weekly',
  schedule: { every: 'week', at: '08:00', timeZone: 'UTC' },
  formats: ['pdf'],
};

const ONESELF: readonly Row[] = [
  ['GET /me', {}, everyone(200)],
  ['GET /report-types', {}, everyone(200)],
  // What they list is looked at by itself (access.medium.spec.ts).
  ['GET /studies', {}, everyone(200)],
  ['GET /me/reports', {}, everyone(200)],
  [
    'PUT /me/reports/sub_1',
    { body: { receives: false } },
    { ...everyone(404), owner: 200, recipient: 200, site: 200 },
  ],
  ['GET /subscriptions', {}, everyone(200)],
  ['GET /jobs', {}, everyone(200)],
  ['GET /templates', {}, everyone(200)],
  ['GET /webhooks/deliveries', {}, everyone(200)],
  ['GET /webhooks/secrets', {}, everyone(200)],
  // What it tells whom is looked at by itself (verify.medium.spec.ts); that there is nothing is no refusal.
  ['POST /verify', { body: { sha256: 'ab'.repeat(32), runId: 'run_1' } }, everyone(200)],
];

const STUDIES: readonly Row[] = [
  // Of which sites is looked at by itself (sites.medium.spec.ts).
  ['GET /studies/S1/sites', {}, { ...members(200), operator: 200, auditor: 200 }],
  ['GET /studies/S1/documents', {}, members(200)],
  // One of the study as a whole; who may remove one is looked at by itself (documents.medium.spec.ts).
  ['GET /studies/S1/documents/doc_1', {}, members(200)],
  ['GET /studies/S1/documents/doc_1/content', {}, { ...members(403), owner: 200 }],
  ['DELETE /studies/S1/documents/doc_1', {}, members(403)],
  // Operators look after imports; what they show of files is looked at by itself (imports.medium.spec.ts).
  ['GET /studies/S1/imports', {}, { ...members(200), operator: 200, auditor: 200 }],
  ['GET /studies/S1/imports/imp_1', {}, { ...members(200), operator: 200, auditor: 200 }],
  // Who sees one site adds to that one, and to none for all.
  ['POST /studies/S1/documents', { body: narrative }, { ...members(201), site: 403 }],
  ['POST /studies/S1/close', { body: {} }, operators(200)],
  ['POST /studies/S1/reopen', {}, operators(200)],
  ['PUT /studies/S1/link-policy', { body: { linkPolicy: 'link' } }, operators(200)],
  ['POST /reports/generate', { body: { studyId: 'S1', reportType: 'study-weekly' } }, members(202)],
  // Nobody of the scene manages S1: what that gives is looked at by itself (members.medium.spec.ts).
  ['GET /studies/S1/members', {}, { ...overseers(200), stranger: 404 }],
  [
    'PUT /studies/S1/members/recipient@example.org',
    { body: { sites: 'all', manages: true } },
    { ...operators(200), stranger: 404 },
  ],
  ['DELETE /studies/S1/members/recipient@example.org', {}, { ...operators(204), stranger: 404 }],
  ['GET /users?query=example', {}, overseers(200)],
];

const SUBSCRIPTIONS: readonly Row[] = [
  ['POST /schedules/preview', { body: { schedule: subscribe.schedule } }, everyone(200)],
  ['POST /subscriptions', { body: subscribe }, members(201)],
  // Whoever may subscribe others, as above.
  ['POST /studies/S1/recipients/preview', { body: { recipients: [emailOf('recipient')] } }, members(200)],
  ['GET /subscriptions/sub_1', {}, readers(200)],
  ['PATCH /me', { body: { language: 'en' } }, everyone(200)],
  ['PATCH /subscriptions/sub_1', { body: { formats: ['xlsx'] } }, writers(200)],
  ['POST /subscriptions/sub_1/pause', {}, writers(200)],
  ['POST /subscriptions/sub_paused/resume', {}, writers(200)],
  // 409 comes after the rights were checked: it was cancelled.
  ['POST /subscriptions/sub_over/run-now', { body: {} }, writers(409)],
  // 409 comes after the rights were checked: nobody has unsubscribed.
  ['POST /subscriptions/sub_1/invitations', { body: { recipient: emailOf('recipient') } }, writers(409)],
  ['POST /subscriptions/sub_1/skip-next', { body: {} }, writers(200)],
  ['POST /subscriptions/sub_1/snooze', { body: { until: SKIPPED_DUE } }, writers(200)],
  [
    'POST /subscriptions/sub_1/move-run',
    { body: { from: NEXT_DUE, to: `${SKIPPED_DUE}T10:00` } },
    writers(200),
  ],
  [`DELETE /subscriptions/sub_1/exceptions/${SKIPPED_DUE}`, {}, writers(200)],
  // It shows the study: that takes a membership.
  ['POST /subscriptions/sub_1/preview', {}, { ...writers(202), operator: 403 }],
  ['DELETE /subscriptions/sub_1', {}, writers(200)],
];

const JOBS: readonly Row[] = [
  ['GET /jobs/run_1', {}, runReaders(200)],
  ['GET /jobs/run_1/events', {}, runReaders(200)],
  ['GET /jobs/run_1/download?format=pdf', {}, { ...runReaders(302), site: 403, operator: 404, auditor: 404 }],
  ['GET /jobs/run_1/content?format=pdf', {}, { ...runReaders(200), site: 403, operator: 404, auditor: 404 }],
  ['GET /jobs/run_1/view', {}, { ...runReaders(200), site: 403, operator: 404, auditor: 404 }],
  ['DELETE /jobs/run_1/links', {}, runWriters(200)],
  ['DELETE /jobs/run_open', {}, runWriters(202)],
  ['POST /jobs/run_failed/redrive', {}, runWriters(202)],
  // 409: nothing of it can be sent (there are no files), which is said after the rights were checked.
  ['POST /jobs/run_partly/deliveries/retry', {}, runWriters(409)],
  ['POST /jobs/run_partly/deliveries/owner@example.org/retry', {}, runWriters(409)],
  [
    'POST /jobs/run_partly/deliveries/owner@example.org/decision',
    { body: { decision: 'send-again' } },
    runWriters(409),
  ],
  ['GET /jobs/run_held', {}, runReaders(200)],
  // 409 comes after the rights were checked; one's own membership decides what one may look at.
  [
    'GET /jobs/run_held/download?format=pdf',
    {},
    { ...runReaders(409), site: 403, operator: 404, auditor: 404 },
  ],
  [
    'GET /jobs/run_held/download?quarantined=true',
    {},
    { ...runReaders(302), recipient: 403, site: 403, operator: 404, auditor: 404 },
  ],
  ['POST /jobs/run_held/release', { body: { reason: 'The photograph follows.' } }, runWriters(202)],
  ['POST /jobs/run_held/redrive', {}, runWriters(202)],
];

const TEMPLATES: readonly Row[] = [
  ['POST /templates', { body: { name: 'made', reportType: 'study-weekly' } }, operators(201)],
  ['POST /templates/logos', { bytes: logo, headers: { 'Content-Type': 'image/png' } }, operators(201)],
  ['GET /templates/of-s1', {}, templateReaders(200)],
  ['GET /templates/of-s1/versions', {}, templateReaders(200)],
  ['PATCH /templates/of-s1', { body: { title: 'Changed' } }, operators(200)],
  ['DELETE /templates/of-s1', {}, operators(200)],
  // For others their study is none, for the stranger the template is.
  [
    'POST /reports/generate',
    { body: { studyId: 'S2', reportType: 'study-weekly', templateId: 'of-s1' } },
    everyone(404),
  ],
];

const WEBHOOKS: readonly Row[] = [
  ['POST /webhooks/secrets', {}, everyone(201)],
  ['POST /webhooks/secrets/whs_1/rotate', {}, ownerAlone(201)],
  ['DELETE /webhooks/secrets/whs_1', {}, ownerAlone(204)],
  // 500 comes after the rights were checked: the scene has no namespace for the workflow that would call.
  ['POST /webhooks/test', { body: { url: 'https://hooks.example.org/' } }, everyone(500)],
  ['GET /webhooks/deliveries/whd_1', {}, readers(200)],
  ['POST /webhooks/deliveries/whd_1/replay', {}, writers(500)],
  // A token is no signature.
  ['POST /hooks/resend', { body: { type: 'email.delivered' } }, everyone(401)],
];

const ADMIN: readonly Row[] = [
  ['GET /admin/overview', {}, overseers(200)],
  ['GET /admin/failures', {}, overseers(200)],
  ['GET /admin/halt', {}, overseers(200)],
  ['GET /admin/audit', {}, overseers(200)],
  ['GET /admin/openings', {}, overseers(200)],
  ['GET /admin/flags', {}, overseers(200)],
  ['GET /admin/flags/pdf-queue-routes', {}, overseers(200)],
  ['GET /admin/suppressions', {}, overseers(200)],
  ['GET /admin/mails-in-doubt', {}, overseers(200)],
  ['PUT /admin/halt', { body: { halted: true, studyId: 'S1', reason: 'To see who may.' } }, operators(200)],
  ['PUT /admin/flags/pdf-queue-routes', { body: { percentage: 100 } }, operators(200)],
  ['POST /admin/failures/redrive', { body: { runIds: ['run_failed'], dryRun: false } }, operators(200)],
  ['POST /admin/subscriptions/reassign', { body: reassign }, operators(200)],
  ['DELETE /admin/suppressions/sup_1', {}, operators(204)],
];

export const ROUTES = [ONESELF, STUDIES, SUBSCRIPTIONS, JOBS, TEMPLATES, WEBHOOKS, ADMIN].flat();

/** The same for everybody, with a token and without. */
export const OPEN_ROUTES: readonly string[] = ['GET /config'];

/** They read, or write what is no record of anybody's: an image under its hash, what the mail provider says. */
export const CHANGES_NOTHING: readonly string[] = [
  'POST /verify',
  'POST /schedules/preview',
  'POST /studies/S1/recipients/preview',
  'POST /templates/logos',
  'POST /hooks/resend',
];
