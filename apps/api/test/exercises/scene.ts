/** What the exercises of the generated client share, in the order of a life. */
import { createRoundsClient, type RoundsClient } from '@rounds/client/client';
import { followJob, type Job } from '@rounds/client/job-events';
import { openReceiver, type Receiver } from '@rounds/activities-notify/testing/receiver';
import { openApiBed, type ApiBed } from '../api-bed.ts';
import { addLink, importDocument } from '../records.ts';

export const ANNA = 'anna@example.org';
export const BEN = 'ben@example.org';
const OPERATOR = 'operator@example.org';
export const LINK_SECRET = 'a secret of at least thirty-two characters';
export const PROVIDER_SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
export const WISH = { studyId: 'S1', reportType: 'study-weekly' } as const;

export interface Scene {
  readonly bed: ApiBed;
  readonly receiver: Receiver;
  readonly rounds: RoundsClient;
  readonly operator: RoundsClient;
  /** User ids. */
  readonly anna: string;
  readonly ben: string;
  /** `GET /api/v1/jobs/{jobId}` of what was asked and done. */
  readonly answered: Set<string>;
  /** Made by earlier exercises, used by later ones. */
  readonly made: Record<
    | 'subscription'
    | 'job'
    | 'failed'
    | 'inDoubt'
    | 'secret'
    | 'delivery'
    | 'older'
    | 'document'
    | 'member'
    | 'suppression',
    string
  >;
  readonly subscription: () => { readonly path: { readonly subscriptionId: string } };
  readonly job: (jobId?: string) => { readonly path: { readonly jobId: string } };
  readonly newJob: () => Promise<string>;
  /** The job once it is over. */
  readonly end: (jobId: string) => Promise<Job>;
  /** Of a link that was mailed to Anna. */
  readonly linkToken: (runId: string) => Promise<string>;
}

/** By operation: what is done with it, and what must come of it. */
export type Exercises = Readonly<Record<string, (scene: Scene) => Promise<void>>>;

/** @param operationOf names the operation of a method and a path */
export const openScene = async (operationOf: (method: string, path: string) => string): Promise<Scene> => {
  const env = { ROUNDS_WEBHOOK_ALLOW_HTTP: 'true', ROUNDS_WEBHOOK_ALLOW_PRIVATE: 'true' };
  const bed = await openApiBed('client', { env: { ...env, RESEND_WEBHOOK_SECRET: PROVIDER_SECRET } });
  await bed.addStudy('S1');
  const anna = await bed.grant(ANNA, 'S1', { unblinded: true });
  const ben = await bed.grant(BEN, 'S1');
  await bed.addRole(OPERATOR, 'operator');
  await bed.mongo.collection('imports').insertOne(importDocument());
  const answered = new Set<string>();
  const clientOf = (email: string): RoundsClient =>
    createRoundsClient({
      baseUrl: bed.url,
      token: () => bed.issuer.issue(email),
      fetch: async (request) => {
        const response = await fetch(request);
        if (response.status < 400) answered.add(operationOf(request.method, new URL(request.url).pathname));
        return response;
      },
    });
  const rounds = clientOf(ANNA);
  const none = { subscription: '', job: '', failed: '', inDoubt: '', secret: '', delivery: '' };
  const made = { ...none, older: '', document: '', member: '', suppression: '' };
  const job = (jobId = made.job) => ({ path: { jobId } });
  return {
    ...{ bed, anna, ben, answered, made, rounds, job },
    receiver: await openReceiver(),
    operator: clientOf(OPERATOR),
    subscription: () => ({ path: { subscriptionId: made.subscription } }),
    newJob: async () => (await rounds.post('/api/v1/reports/generate', { body: WISH })).jobId,
    end: async (jobId) => {
      for await (const event of followJob(rounds, jobId)) expect(event.jobId).toBe(jobId);
      return rounds.get('/api/v1/jobs/{jobId}', { params: job(jobId) });
    },
    linkToken: (runId) => {
      const scope = { sites: 'all', unblinded: true } as const;
      return addLink(bed.mongo, LINK_SECRET, { runId, recipientId: anna, scope });
    },
  };
};
