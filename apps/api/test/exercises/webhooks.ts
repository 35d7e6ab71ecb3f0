import { systemClock } from '@rounds/adapters/clock';
import { createHmac } from 'node:crypto';
import { PROVIDER_SECRET, type Exercises } from './scene.ts';

/** As the mail provider signs its events. */
const providerEvent = () => {
  const body = JSON.stringify({
    type: 'email.delivered',
    created_at: systemClock().toISOString(),
    data: { email_id: 'none' },
  });
  const [id, timestamp] = ['msg_1', String(Math.floor(systemClock().getTime() / 1000))];
  const key = Buffer.from(PROVIDER_SECRET.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    body,
    header: { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` },
  };
};

export const webhookExercises: Exercises = {
  'POST /api/v1/webhooks/secrets': async ({ rounds, made }) => {
    const { id, secret } = await rounds.post('/api/v1/webhooks/secrets');
    expect(secret).toMatch(/^whsec_/);
    made.secret = id;
  },
  'GET /api/v1/webhooks/secrets': async ({ rounds, made }) => {
    expect((await rounds.get('/api/v1/webhooks/secrets')).items.map(({ id }) => id)).toEqual([made.secret]);
  },
  'POST /api/v1/webhooks/secrets/{id}/rotate': async ({ rounds, made }) => {
    const { id } = await rounds.post('/api/v1/webhooks/secrets/{id}/rotate', {
      params: { path: { id: made.secret } },
    });
    expect(id).not.toBe(made.secret);
    made.secret = id;
  },
  'POST /api/v1/webhooks/test': async ({ rounds, receiver }) => {
    const body = { url: receiver.url };
    expect(await rounds.post('/api/v1/webhooks/test', { body })).toMatchObject({
      ...{ taken: true, statusCode: 204, error: null },
      // The secret that was rotated signs beside its successor.
      signatures: 2,
    });
  },
  'DELETE /api/v1/webhooks/secrets/{id}': async ({ rounds, made }) => {
    await rounds.delete('/api/v1/webhooks/secrets/{id}', { params: { path: { id: made.secret } } });
    const { items } = await rounds.get('/api/v1/webhooks/secrets');
    expect(items.map(({ id }) => id)).not.toContain(made.secret);
  },
  'GET /api/v1/webhooks/deliveries': async ({ rounds, made }) => {
    for (let tries = 0; made.delivery === '' && tries < 200; tries += 1) {
      const query = { jobId: made.job, state: 'delivered' } as const;
      const { items } = await rounds.get('/api/v1/webhooks/deliveries', { params: { query } });
      made.delivery = items[0]?.id ?? '';
    }
    expect(made.delivery).not.toBe('');
  },
  'GET /api/v1/webhooks/deliveries/{id}': async ({ rounds, made }) => {
    const { payload } = await rounds.get('/api/v1/webhooks/deliveries/{id}', {
      params: { path: { id: made.delivery } },
    });
    expect(payload).toMatchObject({ jobId: made.job, status: 'completed' });
  },
  'POST /api/v1/webhooks/deliveries/{id}/replay': async ({ rounds, made }) => {
    const params = { path: { id: made.delivery } };
    expect(await rounds.post('/api/v1/webhooks/deliveries/{id}/replay', { params })).toMatchObject({
      replays: 1,
    });
  },
  'POST /api/v1/hooks/resend': async ({ rounds }) => {
    const { body, header } = providerEvent();
    const headers = { 'Content-Type': 'application/json' };
    const sent = { params: { header }, headers, body: {}, bodySerializer: () => body };
    expect((await rounds.send('post', '/api/v1/hooks/resend', sent)).response.status).toBe(204);
  },
};
