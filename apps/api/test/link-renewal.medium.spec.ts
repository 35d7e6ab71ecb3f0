import { noticeToken, type NoticePageKind } from '@rounds/adapters/links/link-tokens';
import { createSuppressionsRepository } from '@rounds/adapters/mongo/suppressions.repository';
import { systemClock } from '@rounds/adapters/clock';
import { awaitMailTo, mailsTo } from '@rounds/activities-notify/testing/inbox';
import { uniqueName } from '@rounds/adapters/testing/servers';
import type { RunDocument } from '@rounds/contracts/collections';
import { reportWorkflowId, subscriptionWorkflowId } from '@rounds/contracts/ids';
import type { SubscriptionView } from '@rounds/contracts/messages';
import { asTold } from '@rounds/contracts/why';
import { openApiBed, type ApiBed } from './api-bed.ts';
import { addArtefact, addLink, ALL_BLINDED, runDocument, subscriptionDocument } from './records.ts';

/** Real: the pages over HTTP, the workflow of the notice, the mail to the inbox. */
let bed: ApiBed;
const OWNER = 'owner@example.org';
const OPERATOR = 'operator@example.org';
const SECRET = 'a secret of at least thirty-two characters';
let owner: string;
let runId: string;
let email: string;
let recipient: string;
let token: string;

beforeAll(async () => {
  bed = await openApiBed('renewal');
  await bed.addStudy('S1', 'A secret title');
  owner = await bed.grant(OWNER, 'S1');
  await bed.grant('other@example.org', 'S1');
  await bed.addRole(OPERATOR, 'operator');
});
afterAll(() => bed.close());
beforeEach(async () => {
  bed.clock.ahead = 0;
  email = `${uniqueName('anna')}@example.org`;
  recipient = await bed.grant(email, 'S1');
  const run = runDocument({ _id: uniqueName('run'), requestedBy: owner });
  runId = run._id;
  await bed.mongo.collection('runs').insertOne(run);
  await addArtefact(bed, run, ALL_BLINDED);
  token = await addLink(bed.mongo, SECRET, { runId, recipientId: recipient });
});

const look = (of = token) => bed.call('GET', `/r/${of}`);
const renew = (of = token) => bed.call('POST', `/r/${of}/renew`);
const revoke = (as: string, query = '') => bed.call('DELETE', `/api/v1/jobs/${runId}/links${query}`, { as });
const expire = () =>
  bed.mongo.collection('links').updateOne({ recipientId: recipient }, { $set: { expiresAt: systemClock() } });
const noticesTo = (userId: string) => bed.mongo.collection('notices').countDocuments({ recipientId: userId });

describe('a link that', () => {
  it.each([
    ['expired', expire, 'This link has expired'],
    ['was withdrawn', () => revoke(OWNER), 'This link was withdrawn'],
  ])('%s offers a fresh one, which comes by mail and opens', async (_what, end, title) => {
    await end();
    const { status, text } = await look();
    expect(status).toBe(410);
    expect(text).toContain(title);
    expect(text).toContain(`action="/r/${token}/renew"`);
    expect(text).not.toContain('A secret title');

    expect((await renew()).status).toBe(202);
    const mail = await awaitMailTo(email);
    const fresh = /\/r\/([\w-]{43})/.exec(mail.text)?.[1] ?? '';
    expect(fresh).not.toBe(token);
    expect((await look(fresh)).status).toBe(200);
    const opened = await bed.call('POST', `/r/${fresh}/open`, { form: { format: 'pdf' } });
    expect(opened.status).toBe(303);
    expect((await look()).status).toBe(410);
  });

  it('is asked for again within the hour brings no second mail', async () => {
    await expire();
    await renew();
    await awaitMailTo(email);
    expect((await renew()).status).toBe(202);
    expect(await noticesTo(recipient)).toBe(1);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('still opens is not renewed', async () => {
    expect((await renew()).status).toBe(202);
    expect((await bed.mongo.collection('links').find({ runId }).toArray()).length).toBe(1);
  });

  it('belongs to someone who lost the right offers nothing, and mails nothing', async () => {
    await expire();
    await bed.mongo.collection('memberships').deleteOne({ userId: recipient });
    const { status, text } = await look();
    expect(status).toBe(410);
    expect(text).not.toContain('/renew');
    expect((await renew()).status).toBe(202);
    expect(await noticesTo(recipient)).toBe(0);
  });

  it('never was gets the same answer, byte for byte', async () => {
    await expire();
    const [known, stranger] = [await renew(), await renew('A'.repeat(43))];
    expect([stranger.status, stranger.text]).toEqual([known.status, known.text]);
    await awaitMailTo(email);
  });
});

describe('the links of a job', () => {
  it('are withdrawn by who asked for it or an operator, at once, and that is recorded', async () => {
    const other = await bed.grant(`${uniqueName('ben')}@example.org`, 'S1');
    const second = await addLink(bed.mongo, SECRET, { runId, recipientId: other });
    expect((await revoke(OWNER, `?recipient=${email}`)).json).toEqual({ revoked: 1 });
    expect([(await look()).status, (await look(second)).status]).toEqual([410, 200]);
    expect((await revoke(OPERATOR)).json).toEqual({ revoked: 1 });
    expect((await look(second)).status).toBe(410);
    expect((await revoke(OPERATOR)).json).toEqual({ revoked: 0 });
    const entries = await bed.mongo
      .collection('audit')
      .find({ action: 'link.revoke', 'target.id': runId })
      .toArray();
    expect(entries).toHaveLength(3);
    expect(JSON.stringify(entries)).not.toContain('example.org');
  });

  it.each([
    ['other@example.org', '', 404],
    [OWNER, '?recipient=nobody@example.org', 404],
    [OWNER, '?recipient=other@example.org', 404],
    [OWNER, '?recipient=nobody', 400],
  ])('are not withdrawn by %s with %p', async (as, query, status) => {
    expect((await revoke(as, query)).status).toBe(status);
    expect((await look()).status).toBe(200);
  });
});

describe('a subscription that nobody receives', () => {
  const OWNER = `${uniqueName('owner')}@example.org`;
  const READER = `${uniqueName('reader')}@example.org`;
  const WISH = {
    ...{ studyId: 'S1', reportType: 'study-weekly', formats: ['pdf'] },
    schedule: { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' },
  };
  let id: string;
  const as = (who: string, method: string, path: string, body?: unknown) =>
    bed.call(method, `/api/v1/${path}`, { as: who, ...(body === undefined ? {} : { body }) });
  const shown = async () => (await as(OWNER, 'GET', `subscriptions/${id}`)).json;
  const invite = (recipient: string) => as(OWNER, 'POST', `subscriptions/${id}/invitations`, { recipient });

  const workflowStatus = async () => {
    const handle = bed.temporal.client.workflow.getHandle(subscriptionWorkflowId(id));
    return (await handle.query<SubscriptionView>('view')).status;
  };

  beforeAll(async () => {
    await bed.grant(OWNER, 'S1');
    await bed.grant(READER, 'S1');
    id = (await as(OWNER, 'POST', 'subscriptions', { ...WISH, recipients: [READER] })).json.id;
  });

  it('says so, is paused, and its owner is told, as soon as the last recipient unsubscribes', async () => {
    expect(await shown()).toMatchObject({ status: 'active', warnings: [] });
    await as(READER, 'PUT', `me/reports/${id}`, { receives: false });
    expect(await shown()).toMatchObject({
      ...{ status: 'paused', pausedReason: 'nobody-receives', optedOut: [READER] },
      ...{ applied: true, warnings: [{ field: 'recipients', code: 'NO_RECIPIENTS' }] },
    });
    expect(await workflowStatus()).toBe('paused');
    const mail = await awaitMailTo(OWNER);
    expect(mail.subject).toBe('S1: a subscription that nobody receives was paused');
    await as(READER, 'PUT', `me/reports/${id}`, { receives: false });
    expect(await mailsTo(OWNER)).toHaveLength(1);
  });

  it('invites only who unsubscribed, on behalf of its owner', async () => {
    expect((await as(READER, 'POST', `subscriptions/${id}/invitations`, { recipient: READER })).status).toBe(
      404,
    );
    for (const stranger of ['other@example.org', 'nobody@example.org']) {
      const { status, json } = await invite(stranger);
      expect([status, json.errors[0]?.field]).toEqual([422, 'recipient']);
    }
  });

  it('goes on when the recipient accepts the owner’s invitation, which is mailed once a day', async () => {
    expect([(await invite(READER)).json, (await invite(READER)).json]).toEqual([
      { mailed: true },
      { mailed: false },
    ]);
    expect(await shown()).toMatchObject({ status: 'paused', optedOut: [READER] });
    const mail = await awaitMailTo(READER);
    expect(mail.text).toContain(`${OWNER} asks whether you want to receive`);
    const page = /\/u\/[\w.-]+/.exec(mail.text)?.[0] ?? '';
    expect((await bed.call('GET', page)).text).toContain('value="receive"');
    await bed.call('POST', page, { form: { wish: 'receive' } });
    expect(await shown()).toMatchObject({ status: 'active', pausedReason: null, optedOut: [], warnings: [] });
    expect(await workflowStatus()).toBe('active');
    expect((await invite(READER)).json.code).toBe('CONFLICT');
    const entries = await bed.mongo.collection('audit').find({ 'target.id': id }).toArray();
    expect(entries.map(({ action }) => action).sort()).toEqual(
      ['create', 'invite', 'pause', 'resubscribe', 'resume', 'unsubscribe'].map(
        (verb) => `subscription.${verb}`,
      ),
    );
  });

  it('stays paused where its owner had paused it themselves', async () => {
    await as(OWNER, 'POST', `subscriptions/${id}/pause`);
    for (const receives of [false, true]) await as(READER, 'PUT', `me/reports/${id}`, { receives });
    expect(await shown()).toMatchObject({ status: 'paused', pausedReason: null });
  });
});

describe('the page that a notice leads to', () => {
  const pathOf = (kind: NoticePageKind, id: string, userId = owner, until = '2100-01-01') =>
    `/n/${noticeToken(SECRET, { kind, id, userId, until })}`;
  const see = async (path: string) => (await bed.call('GET', path)).text;
  const press = (path: string, action: string) => bed.call('POST', path, { form: { action } });
  const fail = (change: Partial<RunDocument>) =>
    bed.mongo.collection('runs').updateOne({ _id: runId }, { $set: { status: 'failed', ...change } });

  it('says without an account how a report stands, in the reader’s language; looking changes nothing', async () => {
    await bed.mongo.collection('users').updateOne({ _id: owner }, { $set: { language: 'de' } });
    await fail({
      fault: { code: 'RENDER_INCOMPLETE', why: asTold('A text is missing.'), step: 'generating-file' },
    });
    const page = await see(pathOf('job', runId));
    for (const words of ['lang="de"', 'gescheitert', 'Jetzt erstellen lassen', `rounds jobs show ${runId}`])
      expect(page).toContain(words);
    expect(page).not.toContain('A secret title');
    expect(await bed.mongo.collection('runs').findOne({ _id: runId })).toMatchObject({ status: 'failed' });
    await bed.mongo.collection('users').updateOne({ _id: owner }, { $unset: { language: '' } });
  });

  it('takes a failed report up by its button, as its owner, and only once', async () => {
    await fail({ audience: [{ scope: ALL_BLINDED, recipients: [] }] });
    const path = pathOf('job', runId);
    expect((await press(path, 'take-up')).text).not.toContain('value="take-up"');
    expect((await press(path, 'take-up')).status).toBe(200);
    await bed.temporal.client.workflow.getHandle(reportWorkflowId(runId)).result();
    expect(await bed.mongo.collection('runs').findOne({ _id: runId })).toMatchObject({
      ...{ status: 'completed', redrives: 1 },
    });
    const deeds = await bed.mongo.collection('audit').find({ 'target.id': runId }).toArray();
    expect(deeds.map(({ action, actorId }) => [action, actorId])).toEqual([['job.redrive', owner]]);
  });

  it('pauses and resumes a subscription for its owner and for operators, and for nobody else', async () => {
    const _id = uniqueName('sub');
    await bed.mongo
      .collection('subscriptions')
      .insertOne(subscriptionDocument({ _id, ownerId: owner, recipients: [owner, recipient] }));
    const status = async () => (await bed.mongo.collection('subscriptions').findOne({ _id }))?.status;
    const path = pathOf('subscription', _id);
    expect((await press(path, 'pause')).text).toContain('value="resume"');
    expect(await status()).toBe('paused');
    const [operator] = await bed.mongo.collection('users').find({ email: OPERATOR }).toArray();
    await press(pathOf('subscription', _id, operator?._id), 'resume');
    expect(await status()).toBe('active');
    const strangers = pathOf('subscription', _id, recipient);
    expect([(await bed.call('GET', strangers)).status, (await press(strangers, 'pause')).status]).toEqual([
      404, 404,
    ]);
    expect(await status()).toBe('active');
    expect(await see(pathOf('subscriptions', 'mine'))).toContain(pathOf('subscription', _id));
  });

  it('does nothing any more once its days are over', async () => {
    const path = pathOf('subscriptions', 'mine', owner, '2026-01-31');
    const { status, text } = await bed.call('GET', path);
    expect(status).toBe(410);
    expect(text).toContain('Links of mails open for a limited time.');
    expect((await press(path, 'pause')).status).toBe(410);
  });

  it('of a call that was given up makes it again', async () => {
    const _id = uniqueName('whd');
    await bed.mongo.collection('webhookDeliveries').insertOne({
      ...{ _id, runId, studyId: 'S1', ownerId: owner, url: 'http://127.0.0.1:9/rounds', style: 'rounds' },
      payload: { jobId: runId, status: 'completed', completedAt: '2026-11-16T08:00:31.000Z', retryCount: 0 },
      ...{ state: 'given-up', replays: 0, attempts: [], createdAt: systemClock() },
    });
    const path = pathOf('webhook', _id);
    expect(await see(path)).toContain(pathOf('job', runId));
    expect((await press(path, 'call-again')).status).toBe(200);
    expect(await bed.mongo.collection('webhookDeliveries').findOne({ _id })).toMatchObject({ replays: 1 });
  });

  it('of an address that gets no mail lets operators mail to it again, and shows it to nobody else', async () => {
    const { _id } = await createSuppressionsRepository(bed.mongo).add(email, {
      ...{ userId: recipient, why: 'bounced', createdAt: systemClock() },
    });
    const operator = await bed.mongo.collection('users').findOne({ email: OPERATOR });
    const path = pathOf('address', _id, operator?._id);
    for (const words of [email, 'its mail came back for good', `rounds admin release ${_id}`])
      expect(await see(path)).toContain(words);
    const strangers = pathOf('address', _id, owner);
    expect([
      (await bed.call('GET', strangers)).status,
      (await press(strangers, 'mail-again')).status,
    ]).toEqual([404, 404]);
    expect(await bed.mongo.collection('suppressions').countDocuments({ _id })).toBe(1);
    const { status, text } = await press(path, 'mail-again');
    expect([status, text.includes('gets mail again'), text.includes(email)]).toEqual([200, true, false]);
    expect(await bed.mongo.collection('suppressions').countDocuments({ _id })).toBe(0);
    const deeds = await bed.mongo.collection('audit').find({ 'target.id': _id }).toArray();
    expect(deeds.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['address.release', operator?._id],
    ]);
  });

  it('opens no more when its reader lost the right, or its address was changed', async () => {
    const path = pathOf('job', runId);
    expect((await bed.call('GET', path)).status).toBe(200);
    expect((await bed.call('GET', `${path}x`)).status).toBe(404);
    await bed.mongo.collection('memberships').deleteOne({ userId: owner });
    const { status, text } = await bed.call('GET', path);
    expect([status, text.includes('you may not see it any more')]).toEqual([404, true]);
    await bed.grant(OWNER, 'S1');
  });
});
