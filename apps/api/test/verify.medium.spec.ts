/** Whether a file is one that Rounds made and sent: over HTTP, for every kind of caller. */
import { systemClock } from '@rounds/adapters/clock';
import { createFingerprintsRepository } from '@rounds/adapters/mongo/fingerprints.repository';
import { removeArtefacts } from '@rounds/adapters/mongo/remove-artefacts';
import type { RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import type { Scope } from '@rounds/contracts/scope';
import type { VerifyAnswer } from '../src/verify/verify.dto.ts';
import { openApiBed, type ApiBed } from './api-bed.ts';
import {
  addArtefact,
  addLink,
  ALL_BLINDED,
  artefactOf,
  runDocument,
  subscriptionDocument,
} from './records.ts';

const UNBLINDED: Scope = { sites: 'all', unblinded: true };
const ACCEPTED_AT = new Date('2026-11-16T08:00:20Z');
const NOWHERE = 'ab'.repeat(32);

let bed: ApiBed;
const ids: Record<string, string> = {};
const email = (who: string): string => `${who}@example.org`;

const ask = async (who: string, sha256: string, runId?: string, cut?: string): Promise<VerifyAnswer> => {
  const body = { sha256, ...defined({ runId, cut }) };
  const { status, json } = await bed.call('POST', '/api/v1/verify', { as: email(who), body });
  expect(status).toBe(200);
  return json as unknown as VerifyAnswer;
};
const verdictOf = async (...given: Parameters<typeof ask>): Promise<string> => (await ask(...given)).verdict;

const blinded = (runId = 'run_1'): string => artefactOf(runId, ALL_BLINDED).sha256;

const addRun = async (overrides: Partial<RunDocument>): Promise<RunDocument> => {
  const run = runDocument({ requestedBy: ids.owner ?? '', ...overrides });
  await bed.mongo.collection('runs').insertOne(run);
  return run;
};

const addMail = (runId: string, recipientId: string) =>
  bed.mongo.collection('deliveries').insertOne({
    ...{ _id: `${runId}|${recipientId}|email`, runId, studyId: 'S1', subscriptionId: 'sub_1', recipientId },
    ...{ channel: 'email', status: 'accepted', acceptedAt: ACCEPTED_AT, updatedAt: ACCEPTED_AT },
  });

let token: string;

beforeAll(async () => {
  bed = await openApiBed('verify', { workers: false });
  for (const study of ['S1', 'S2']) await bed.addStudy(study);
  ids.owner = await bed.grant(email('owner'), 'S1', { unblinded: true });
  ids.recipient = await bed.grant(email('recipient'), 'S1');
  ids.site = await bed.grant(email('site'), 'S1', { sites: ['799'] });
  ids.member = await bed.grant(email('member'), 'S1');
  ids.stranger = await bed.grant(email('stranger'), 'S2');
  for (const role of ['operator', 'auditor'] as const) await bed.addRole(email(role), role);
  const recipients = [ids.owner, ids.recipient, ids.site];
  await bed.mongo
    .collection('subscriptions')
    .insertOne(subscriptionDocument({ ownerId: ids.owner, recipients }));

  const run = await addRun({ subscriptionId: 'sub_1', trigger: 'schedule', template: 'board@2' });
  await addArtefact(bed, run, ALL_BLINDED);
  await addArtefact(bed, run, UNBLINDED);
  await addLink(bed.mongo, bed.config.ROUNDS_LINK_SECRET, {
    ...{ runId: run._id, recipientId: ids.owner, scope: UNBLINDED },
  });
  token = await addLink(bed.mongo, bed.config.ROUNDS_LINK_SECRET, {
    ...{ runId: run._id, recipientId: ids.recipient },
  });
  await addMail(run._id, ids.owner);
  await addMail(run._id, ids.recipient);
});
afterAll(() => bed.close());

describe('a file that was sent', () => {
  it('is genuine: of which study, period and template, when made, to whom and when', async () => {
    const { verdict, matches } = await ask('operator', blinded());
    expect(verdict).toBe('genuine');
    expect(matches).toEqual([
      {
        run: {
          ...{ jobId: 'run_1', status: 'completed', studyId: 'S1', reportType: 'study-weekly' },
          ...{ period: { start: '2026-11-09', end: '2026-11-16' }, timeZone: 'UTC', template: 'board@2' },
          ...{ cut: null, finishedAt: '2026-11-16T08:00:31.000Z' },
        },
        file: {
          ...{ format: 'pdf', scope: ALL_BLINDED, language: 'en', kept: true, heldBack: false },
          ...{ bytes: artefactOf('run_1', ALL_BLINDED).bytes, supersededAt: null },
          madeAt: expect.any(String) as string,
        },
        people: [
          {
            email: email('recipient'),
            mail: { status: 'accepted', acceptedAt: ACCEPTED_AT.toISOString() },
            link: { expiresAt: expect.any(String) as string, revokedAt: null, open: true },
            openings: [],
          },
        ],
      },
    ]);
  });

  it.each([
    ['operator', 'genuine', [email('recipient')]],
    ['auditor', 'genuine', [email('recipient')]],
    ['owner', 'genuine', [email('recipient')]],
    ['recipient', 'genuine', [email('recipient')]],
    // Made for more than they may see; of a run that others receive; of a study of others.
    ['site', 'unknown', undefined],
    ['member', 'unknown', undefined],
    ['stranger', 'unknown', undefined],
  ])('is, to %s, %s', async (who, verdict, people) => {
    const told = await ask(who, blinded());
    expect(told.verdict).toBe(verdict);
    expect(told.matches[0]?.people.map((person) => person.email)).toEqual(people);
  });

  it('is nobody’s to know who may not see it, though they receive the report', async () => {
    const unblinded = artefactOf('run_1', UNBLINDED).sha256;
    expect(await verdictOf('owner', unblinded)).toBe('genuine');
    expect(await ask('recipient', unblinded)).toEqual(await ask('recipient', NOWHERE));
    const claimed = await ask('recipient', unblinded, 'run_1');
    expect(claimed).toEqual(await ask('recipient', NOWHERE, 'run_1'));
  });

  it('tells who looked at it when, and that its link was withdrawn', async () => {
    const page = await bed.call('GET', `/r/${token}`);
    expect(page.status).toBe(200);
    const download = await bed.call('POST', `/r/${token}/open`, { form: { format: 'pdf' } });
    expect(download.status).toBe(303);
    await bed.call('GET', '/api/v1/jobs/run_1/download?scope=all-unblinded', { as: email('owner') });
    await bed.call('DELETE', '/api/v1/jobs/run_1/links', { as: email('owner') });
    const [match] = (await ask('auditor', blinded())).matches;
    expect(match?.people.map((person) => person.email)).toEqual([email('recipient')]);
    expect(match?.people[0]?.openings.map(({ what }) => what)).toEqual(['page', 'download']);
    expect(match?.people[0]?.link).toMatchObject({ open: false, revokedAt: expect.any(String) as string });
    const [own] = (await ask('auditor', artefactOf('run_1', UNBLINDED).sha256)).matches;
    expect(own?.people[0]).toMatchObject({ email: email('owner'), openings: [{ what: 'download' }] });
  });

  it('stays genuine once it is removed', async () => {
    await removeArtefacts(bed.mongo, bed.objects, 'run_1', systemClock);
    const { verdict, matches } = await ask('recipient', blinded());
    expect([verdict, matches[0]?.file?.kept]).toEqual(['genuine', false]);
    await addArtefact(bed, runDocument(), ALL_BLINDED);
  });
});

describe('an altered file', () => {
  it('claims a run, and is none of its files', async () => {
    const { verdict, matches } = await ask('recipient', NOWHERE, 'run_1');
    expect(verdict).toBe('altered');
    expect(matches).toMatchObject([{ run: { jobId: 'run_1', studyId: 'S1' }, file: null, people: [] }]);
  });

  it('claims a cut, and is no file of the runs of it, the newest first', async () => {
    const cut = { manifestKey: 'cuts/x.json', sha256: 'ef'.repeat(32), rows: 1, documents: 0 };
    const made = { subscriptionId: 'sub_1', trigger: 'schedule', cut } as const;
    const asked = ['run_cut_1', 'run_cut_2'];
    for (const [day, _id] of asked.entries())
      await addRun({ ...made, _id, createdAt: new Date(Date.UTC(2026, 10, 16 + day)) });
    const { verdict, matches } = await ask('recipient', NOWHERE, undefined, cut.sha256);
    expect([verdict, matches.map(({ run }) => run.jobId)]).toEqual(['altered', asked.toReversed()]);
    for (const who of ['member', 'stranger'])
      expect(await verdictOf(who, NOWHERE, undefined, cut.sha256)).toBe('unknown');
  });

  it.each(['member', 'stranger'])('says nothing to %s, whether or not there is such a run', async (who) => {
    const nothing = { verdict: 'unknown', matches: [] };
    expect(await ask(who, NOWHERE, 'run_1')).toEqual(nothing);
    expect(await ask(who, NOWHERE, 'run_none')).toEqual(nothing);
    expect(await ask(who, NOWHERE)).toEqual(nothing);
  });
});

describe('a file that was never sent', () => {
  it('is so until it is fetched', async () => {
    const run = await addRun({ _id: 'run_fetched' });
    await addArtefact(bed, run, UNBLINDED);
    const { sha256 } = artefactOf(run._id, UNBLINDED);
    expect(await verdictOf('owner', sha256)).toBe('unsent');
    await bed.call('GET', '/api/v1/jobs/run_fetched/download?format=pdf', { as: email('owner') });
    expect(await ask('owner', sha256)).toMatchObject({
      verdict: 'genuine',
      matches: [{ people: [{ email: email('owner'), mail: null, link: null }] }],
    });
  });

  it('is so while the gate holds it back, also for who looks at it to decide', async () => {
    const artefacts = [artefactOf('run_held', ALL_BLINDED)];
    const findings = [{ check: 'documents' as const, where: 'documents', code: 'bytes-gone' as const }];
    const run = await addRun({
      ...{ _id: 'run_held', subscriptionId: 'sub_1', trigger: 'schedule', status: 'quarantined' },
      held: [{ scope: ALL_BLINDED, artefacts, findings }],
    });
    await addArtefact(bed, run, ALL_BLINDED);
    const path = '/api/v1/jobs/run_held/download?quarantined=true';
    expect((await bed.call('GET', path, { as: email('owner') })).status).toBe(302);
    const held = {
      verdict: 'unsent',
      matches: [{ run: { status: 'quarantined' }, file: { heldBack: true } }],
    };
    expect(await ask('operator', blinded('run_held'))).toMatchObject(held);
    expect(await ask('owner', blinded('run_held'))).toMatchObject(held);
    expect(await verdictOf('recipient', blinded('run_held'))).toBe('unknown');
  });
});

describe('a file in whose place another was made', () => {
  it('says since when', async () => {
    const run = await addRun({ _id: 'run_again' });
    await addArtefact(bed, run, ALL_BLINDED);
    const later = new Date(systemClock().getTime() + 1_000);
    const [stored] = await bed.mongo.collection('artefacts').find({ runId: run._id }).toArray();
    if (stored === undefined) throw new Error('The artefact was not stored.');
    const anew = { ...stored, sha256: 'cd'.repeat(32), storedAt: later };
    await createFingerprintsRepository(bed.mongo).remember(anew);
    await bed.mongo.collection('artefacts').replaceOne({ _id: anew._id }, anew);
    const [old] = (await ask('owner', blinded('run_again'))).matches;
    expect(old?.file).toMatchObject({ kept: false, supersededAt: later.toISOString() });
    const [now] = (await ask('owner', anew.sha256)).matches;
    expect(now?.file).toMatchObject({ kept: true, supersededAt: null });
  });
});

describe('the question', () => {
  it.each([
    [{}, 'sha256'],
    [{ sha256: 'AB'.repeat(32) }, 'sha256'],
    [{ sha256: NOWHERE, runId: '' }, 'runId'],
  ])('%j is refused by name', async (body, field) => {
    const { status, json } = await bed.call('POST', '/api/v1/verify', { as: email('owner'), body });
    expect([status, json.errors[0]?.field]).toEqual([400, field]);
  });

  it('is answered as things are now, also for a key that was used', async () => {
    const call = { as: email('owner'), body: { sha256: NOWHERE }, headers: { 'Idempotency-Key': 'again' } };
    await bed.call('POST', '/api/v1/verify', call);
    const again = await bed.call('POST', '/api/v1/verify', call);
    expect([again.status, again.headers.get('Idempotent-Replayed')]).toEqual([200, 'true']);
  });

  it('needs a caller', async () => {
    expect((await bed.call('POST', '/api/v1/verify', { body: { sha256: NOWHERE } })).status).toBe(401);
  });
});
