import { systemClock } from '@rounds/adapters/clock';
import { awaitMailTo, mailsTo } from '@rounds/activities-notify/testing/inbox';
import { uniqueName } from '@rounds/adapters/testing/servers';
import { openApiBed, type ApiBed } from './api-bed.ts';
import { addArtefact, addLink, ALL_BLINDED, runDocument } from './records.ts';

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
    [OWNER, '?recipient=nobody', 400],
  ])('are not withdrawn by %s with %p', async (as, query, status) => {
    expect((await revoke(as, query)).status).toBe(status);
    expect((await look()).status).toBe(200);
  });
});
