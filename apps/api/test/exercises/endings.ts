import type { Exercises } from './scene.ts';

const SUBSCRIPTION = '/api/v1/subscriptions/{subscriptionId}';
const TEMPLATE = '/api/v1/templates/{template}';

export const endingExercises: Exercises = {
  'DELETE /api/v1/subscriptions/{subscriptionId}': async ({ rounds, subscription }) => {
    expect(await rounds.delete(SUBSCRIPTION, { params: subscription() })).toMatchObject({
      status: 'cancelled',
    });
  },
  'POST /api/v1/studies/{studyId}/close': async ({ operator }) => {
    const params = { path: { studyId: 'S1' } };
    const closed = await operator.post('/api/v1/studies/{studyId}/close', {
      params,
      body: { at: '2030-01-31' },
    });
    expect(closed).toMatchObject({ closedAt: '2030-01-31' });
  },
  'POST /api/v1/studies/{studyId}/reopen': async ({ operator }) => {
    const params = { path: { studyId: 'S1' } };
    expect(await operator.post('/api/v1/studies/{studyId}/reopen', { params })).toMatchObject({
      closedAt: null,
    });
  },
  'PUT /api/v1/studies/{studyId}/link-policy': async ({ operator }) => {
    const params = { path: { studyId: 'S1' } };
    expect(
      await operator.put('/api/v1/studies/{studyId}/link-policy', {
        params,
        body: { linkPolicy: 'sign-in' },
      }),
    ).toMatchObject({ linkPolicy: 'sign-in' });
  },
  'DELETE /api/v1/templates/{template}': async ({ operator }) => {
    const params = { path: { template: 'monthly' } };
    expect(await operator.delete(TEMPLATE, { params })).toMatchObject({ retired: true });
  },
};
