import type { LookUp, SendResult } from '@rounds/adapters/channels/sender';
import type { DeliveriesRepository, DeliverySubject } from '@rounds/adapters/mongo/deliveries.repository';
import type { DeliveryDocument } from '@rounds/contracts/collections';
import { RoundsError, type ErrorCode } from '@rounds/contracts/errors';
import type { DeliveryStatus } from '@rounds/contracts/run';
import { deliver } from './deliver.ts';

/** What each answer of a sender does to the ledger. The ledger itself is tested on MongoDB. */
const subject: DeliverySubject = { runId: 'run', studyId: 'S', recipientId: 'usr_1', channel: 'email' };
const message = { from: 'a@b.c', to: 'd@e.f', subject: 's', html: 'h', text: 't', headers: {} };
const row = (status: DeliveryStatus, attempts = 1): DeliveryDocument => ({
  _id: 'run|usr_1|email',
  ...subject,
  status,
  attempts,
  updatedAt: new Date(0),
});

interface Scene {
  /** The row after the intent; `intended` allows the send. */
  readonly intent?: DeliveryDocument;
  readonly result: SendResult;
  readonly recognisesForMs?: number;
  readonly found?: LookUp;
}

const NOW = 300_000;

const play = async ({ intent = row('intended'), result, recognisesForMs = 1_000, found }: Scene) => {
  const calls: string[] = [];
  const ledger = {
    intend: (_subject: unknown, _hash: string, times: { at: Date; recognisedSince: Date }) => {
      calls.push(`intend ${times.at.getTime() - times.recognisedSince.getTime()}`);
      return Promise.resolve(intent);
    },
    accept: (_subject: unknown, providerId: string) => {
      calls.push(`accept ${providerId}`);
      return Promise.resolve();
    },
    fail: () => {
      calls.push('fail');
      return Promise.resolve(intent.attempts === 1 ? row('failed') : intent);
    },
    release: () => {
      calls.push('release');
      Object.assign(intent, row('intended'));
      return Promise.resolve(row('failed'));
    },
    markUnknown: () => {
      calls.push('markUnknown');
      return Promise.resolve(row('unknown'));
    },
  } as unknown as DeliveriesRepository;
  const sender = {
    recognisesForMs,
    send: (id: string) => {
      calls.push(`send ${id}`);
      return Promise.resolve(result);
    },
    ...(found !== undefined && {
      lookUp: (id: string) => {
        calls.push(`look up ${id}`);
        return Promise.resolve(found);
      },
    }),
  };
  const outcome = await deliver({ ledger, sender, now: () => new Date(NOW) }, subject, message).catch(
    (error: unknown) => error,
  );
  return { calls, outcome };
};

const codeOf = (outcome: unknown): ErrorCode | undefined =>
  outcome instanceof RoundsError ? outcome.code : undefined;

const accepted: SendResult = { status: 'accepted', providerId: 'em_1' };

describe('delivering', () => {
  it('records the intent before the send and the provider id after', async () => {
    const { calls, outcome } = await play({ result: accepted });
    expect(calls).toEqual(['intend 1000', 'send run|usr_1|email', 'accept em_1']);
    expect(outcome).toEqual({ recipientId: 'usr_1', status: 'accepted' });
  });

  it.each(['accepted', 'suppressed', 'unknown'] as const)(
    'sends nothing for a row that is %s',
    async (status) => {
      const { calls, outcome } = await play({ intent: row(status), result: accepted });
      expect(calls).toEqual(['intend 1000']);
      expect(outcome).toMatchObject({ status });
    },
  );

  it.each([
    ['busy', 'RATE_LIMITED'],
    ['unreachable', 'DEPENDENCY_DOWN'],
    ['refused', 'MAIL_REJECTED'],
    ['misconfigured', 'CONFIGURATION'],
  ] as const)('lets go of the intent when the provider is %s', async (status, code) => {
    const { calls, outcome } = await play({ result: { status, reason: 'because' } });
    expect(calls.slice(2)).toEqual(['fail']);
    expect(codeOf(outcome)).toBe(code);
  });

  it('passes on when to come back', async () => {
    const { outcome } = await play({ result: { status: 'busy', reason: 'slow down', retryAfterMs: 2_000 } });
    expect(outcome).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 2_000 });
  });

  it('keeps the doubt of an earlier attempt when a later one certainly fails', async () => {
    const intent = row('intended', 2);
    const busy = await play({ intent, result: { status: 'busy', reason: 'slow down' } });
    expect(codeOf(busy.outcome)).toBe('RATE_LIMITED');
    expect(busy.calls).not.toContain('markUnknown');
    const refused = await play({ intent, result: { status: 'refused', reason: 'no' } });
    expect(refused.outcome).toMatchObject({ status: 'unknown' });
    expect(refused.calls.slice(2)).toEqual(['fail', 'markUnknown']);
  });

  describe('looks a mail in doubt up, and', () => {
    const inDoubt = (heardAt = 0): DeliveryDocument => ({
      ...row('unknown'),
      ...{ intendedAt: new Date(0), updatedAt: new Date(heardAt) },
    });
    const asked = ['intend 1000', 'look up run|usr_1|email'];

    it('takes the provider’s word that it has it', async () => {
      const found = { status: 'sent', providerId: 'em_9' } as const;
      const { calls, outcome } = await play({ intent: inDoubt(), result: accepted, found });
      expect(calls).toEqual([...asked, 'accept em_9']);
      expect(outcome).toMatchObject({ status: 'accepted' });
    });

    it('sends it once the provider shows that it has not', async () => {
      const { calls, outcome } = await play({
        intent: inDoubt(),
        result: accepted,
        found: { status: 'not-sent' },
      });
      expect(calls).toEqual([...asked, 'release', 'intend 1000', 'send run|usr_1|email', 'accept em_1']);
      expect(outcome).toMatchObject({ status: 'accepted' });
    });

    it.each<[string, DeliveryDocument, LookUp]>([
      ['the provider cannot tell', inDoubt(), { status: 'cannot-tell', reason: 'No.' }],
      ['another attempt may be under way', inDoubt(NOW - 60_000), { status: 'not-sent' }],
    ])('sends nothing while %s', async (_why, intent, found) => {
      const { calls, outcome } = await play({ intent, result: accepted, found });
      expect(calls).toEqual(asked);
      expect(outcome).toMatchObject({ status: 'unknown' });
    });
  });

  it('asks again under the same id where the provider recognises it', async () => {
    const { calls, outcome } = await play({ result: { status: 'unknown', reason: 'no answer' } });
    expect(codeOf(outcome)).toBe('DEPENDENCY_DOWN');
    expect(calls.slice(2)).toEqual([]);
  });

  it('never asks again where it does not', async () => {
    const result: SendResult = { status: 'unknown', reason: 'no answer' };
    const { calls, outcome } = await play({ result, recognisesForMs: 0 });
    expect(outcome).toMatchObject({ status: 'unknown' });
    expect(calls.slice(2)).toEqual(['markUnknown']);
  });
});
