import type { Exercises } from './scene.ts';

const OLDER = { code: 'monthly', productId: 'S1' };

export const pdfQueueExercises: Exercises = {
  'POST /api/reports/generate-async': async ({ rounds, made, end }) => {
    made.older = (await rounds.post('/api/reports/generate-async', { body: OLDER })).job_id;
    expect((await end(made.older)).status).toBe('completed');
  },
  'POST /api/reports/generate': async ({ rounds }) => {
    const pdf = await rounds.post('/api/reports/generate', { body: OLDER, parseAs: 'text' });
    expect(pdf).toMatch(/^pdf of /);
  },
  'GET /api/jobs/{jobId}': async ({ rounds, made, job }) => {
    expect(await rounds.get('/api/jobs/{jobId}', { params: job(made.older) })).toMatchObject({
      product_id: 'S1',
    });
  },
  'GET /api/jobs/{jobId}/download': async ({ rounds, made }) => {
    const led = await rounds.open(`/api/jobs/${made.older}/download`, { redirect: 'manual' });
    expect(led.status).toBe(302);
  },
  'DELETE /api/jobs/{jobId}': async ({ rounds, bed, end, job }) => {
    bed.fakes.hold();
    const { job_id: jobId } = await rounds.post('/api/reports/generate-async', { body: OLDER });
    await rounds.delete('/api/jobs/{jobId}', { params: job(jobId) });
    bed.fakes.release();
    expect((await end(jobId)).status).toBe('cancelled');
  },
};
