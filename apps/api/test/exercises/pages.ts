import { systemClock } from '@rounds/adapters/clock';
import { noticeToken, unsubscribeToken } from '@rounds/adapters/links/link-tokens';
import { addLink } from '../records.ts';
import { BEN, LINK_SECRET, type Exercises } from './scene.ts';

const SUBSCRIPTION = '/api/v1/subscriptions/{subscriptionId}';
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

export const pageExercises: Exercises = {
  'GET /r/{token}': async ({ rounds, made, linkToken }) => {
    const params = { path: { token: await linkToken(made.job) } };
    expect(await rounds.get('/r/{token}', { params, parseAs: 'text' })).toContain('<form');
  },
  'POST /r/{token}/open': async ({ rounds, made, linkToken }) => {
    const token = await linkToken(made.older);
    const led = await rounds.open(`/r/${token}/open`, {
      method: 'POST',
      headers: FORM,
      body: 'format=pdf',
      redirect: 'manual',
    });
    expect(led.status).toBe(303);
  },
  'POST /r/{token}/renew': async ({ rounds, bed, made, ben }) => {
    const expiresAt = new Date(systemClock().getTime() - 1000);
    const link = { runId: made.failed, recipientId: ben, expiresAt };
    const token = await addLink(bed.mongo, LINK_SECRET, link);
    const renewed = await rounds.open(`/r/${token}/renew`, { method: 'POST', headers: FORM, body: '' });
    expect(renewed.ok).toBe(true);
  },
  'GET /u/{token}': async ({ rounds, made, ben }) => {
    const token = unsubscribeToken(LINK_SECRET, made.subscription, ben);
    expect(await rounds.get('/u/{token}', { params: { path: { token } }, parseAs: 'text' })).toContain(
      '<form',
    );
  },
  'POST /u/{token}': async ({ rounds, made, ben, subscription }) => {
    const token = unsubscribeToken(LINK_SECRET, made.subscription, ben);
    const body = 'List-Unsubscribe=One-Click';
    const done = await rounds.open(`/u/${token}`, { method: 'POST', headers: FORM, body });
    expect(done.status).toBe(200);
    expect((await rounds.get(SUBSCRIPTION, { params: subscription() })).optedOut).toEqual([BEN]);
  },
  'GET /n/{token}': async ({ rounds, made, anna }) => {
    const token = noticeToken(LINK_SECRET, {
      kind: 'subscription',
      id: made.subscription,
      userId: anna,
      until: '2100-01-01',
    });
    expect(await rounds.get('/n/{token}', { params: { path: { token } }, parseAs: 'text' })).toContain(
      '<dl>',
    );
  },
  'POST /n/{token}': async ({ rounds, made, anna }) => {
    const token = noticeToken(LINK_SECRET, {
      kind: 'subscription',
      id: made.subscription,
      userId: anna,
      until: '2100-01-01',
    });
    const done = await rounds.open(`/n/${token}`, { method: 'POST', headers: FORM, body: 'action=none' });
    expect(done.status).toBe(200);
  },
  'POST /codec/encode': async ({ operator }) => {
    const body = { payloads: [{ data: 'e30=' }] };
    expect((await operator.post('/codec/encode', { body })).payloads).toHaveLength(1);
  },
  'POST /codec/decode': async ({ operator }) => {
    expect(await operator.post('/codec/decode', { body: { payloads: [] } })).toEqual({ payloads: [] });
  },
  'OPTIONS /codec/{path}': async ({ operator }) => {
    expect((await operator.open('/codec/decode', { method: 'OPTIONS' })).status).toBe(204);
  },
};
