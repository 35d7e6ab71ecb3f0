/** Small: real drivers against a port on which nothing listens; no server is started. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { RoundsError } from '@rounds/contracts/errors';
import { Context } from '@temporalio/activity';
import { Connection } from '@temporalio/client';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { MongoClient, MongoCompatibilityError, MongoServerError } from 'mongodb';
import { deadlineIn } from '../clock.ts';
import { createS3Client } from '../s3/s3-object-store.ts';
import { faultOf } from './fault-of.ts';
import { activityBeat, activitySignal, STALLED_MS } from './heartbeat.ts';
import { withFaults } from './with-faults.ts';

/** Where nothing listens any more. */
let nowhere = '';
beforeAll(async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  nowhere = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  server.close();
});

const thrownBy = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

describe('faultOf', () => {
  const askMongo = async () => {
    const client = new MongoClient(`mongodb://${nowhere}`, { serverSelectionTimeoutMS: 200 });
    try {
      await client.db('x').command({ ping: 1 });
    } finally {
      await client.close();
    }
  };
  const askS3 = async () => {
    const client = createS3Client({
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'k',
      AWS_SECRET_ACCESS_KEY: 's',
      AWS_ENDPOINT_URL_S3: `http://${nowhere}`,
      ROUNDS_S3_BUCKET: 'b',
    });
    await client.send(new ListBucketsCommand({}));
  };
  const askTemporal = async () => {
    const connection = Connection.lazy({ address: nowhere });
    try {
      await connection.withDeadline(deadlineIn(500), () =>
        connection.workflowService.describeNamespace({ namespace: 'x' }),
      );
    } finally {
      await connection.close();
    }
  };

  it.each([
    ['MongoDB', askMongo, /^MongoDB does not answer/],
    ['S3', askS3, /^The object store does not answer/],
    ['Temporal', askTemporal, /does not answer/],
    ['an HTTP service', () => fetch(`http://${nowhere}`), /does not answer: ECONNREFUSED/],
    [
      'a service that is silent',
      () => fetch('http://127.0.0.1', { signal: AbortSignal.timeout(0) }),
      /does not answer/,
    ],
  ])('knows that %s is away', async (_server, ask, message) => {
    const fault = faultOf(await thrownBy(ask), 'freezeCut');
    expect([fault.code, fault.cause]).toEqual(['DEPENDENCY_DOWN', expect.anything()]);
    expect(fault.message).toMatch(message);
  });

  it.each([
    ['a member that steps down', 10107, 'NotWritablePrimary'],
    ['a server that shuts down', 11600, 'InterruptedAtShutdown'],
  ])('takes %s for an outage', (_case, code, codeName) => {
    const error = new MongoServerError({ ok: 0, code, codeName, errmsg: codeName });
    expect(faultOf(error, 'freezeCut').code).toBe('DEPENDENCY_DOWN');
  });

  it('takes a driver that knows no server yet for an outage, not for a server of an old version', () => {
    const error = new MongoCompatibilityError('Snapshot reads require MongoDB 5.0 or later');
    expect(faultOf(error, 'freezeCut').code).toBe('DEPENDENCY_DOWN');
  });

  it.each([503, 500, 429])('takes HTTP %i of the object store for an outage', (httpStatusCode) => {
    const error = Object.assign(new Error('x'), { $metadata: { httpStatusCode } });
    expect(faultOf(error, 'render').code).toBe('DEPENDENCY_DOWN');
  });

  it.each([
    [
      'a duplicate key',
      new MongoServerError({ code: 11000, errmsg: 'dup key: { email: "jane@example.org" }' }),
    ],
    ['a denied object', Object.assign(new Error('jane@example.org'), { $metadata: { httpStatusCode: 403 } })],
    ['a bug', new TypeError('jane@example.org is not a function')],
    ['a thrown text', 'jane@example.org'],
  ])('calls %s unexpected, and does not repeat its words', (_case, error) => {
    const fault = faultOf(error, 'freezeCut');
    expect(fault.code).toBe('INTERNAL');
    expect(fault.message).toMatch(/freezeCut/);
    expect(fault.message).not.toMatch(/jane/);
  });

  it('finds the named error beneath others', () => {
    const named = new RoundsError('CUT_CORRUPT', 'The cut is not what its manifest says.');
    expect(faultOf(named, 'x')).toBe(named);
    expect(faultOf(new Error('wrapped', { cause: named }), 'x')).toBe(named);
  });
});

describe('withFaults', () => {
  const quietly = { interceptors: [withFaults({ retries: 3 })], logger: new DefaultLogger('ERROR') };
  const failed = async (fault: () => Error, attempt: number): Promise<ApplicationFailure> => {
    const env = new MockActivityEnvironment({ attempt, activityType: 'render' }, quietly);
    const failure = await thrownBy(() =>
      env.run(() => {
        throw fault();
      }),
    );
    if (!(failure instanceof ApplicationFailure)) throw new Error('not an ApplicationFailure');
    return failure;
  };

  it('keeps code, words and delay', async () => {
    const fault = () => new RoundsError('RATE_LIMITED', 'Too many mails.', { retryAfterMs: 7_000 });
    expect(await failed(fault, 1)).toMatchObject({
      type: 'RATE_LIMITED',
      message: 'Too many mails.',
      nonRetryable: false,
      nextRetryDelay: 7_000,
    });
  });

  it.each([
    ['CUT_CORRUPT', 1, true],
    ['INTERNAL', 3, false],
    ['INTERNAL', 4, true],
    ['DEPENDENCY_DOWN', 400, false],
    ['RATE_LIMITED', 400, false],
  ] as const)('%s at attempt %i: given up %s', async (code, attempt, nonRetryable) => {
    expect((await failed(() => new RoundsError(code, 'x'), attempt)).nonRetryable).toBe(nonRetryable);
  });

  it.each([
    [3, false],
    [4, true],
  ])('counts faults of its own and no outages: the %i. gives up %s', async (nth, nonRetryable) => {
    let heartbeatDetails: unknown;
    let last: ApplicationFailure | undefined;
    const outage = new RoundsError('DEPENDENCY_DOWN', 'x');
    const own = new RoundsError('INTERNAL', 'x');
    const faults = Array.from({ length: nth }, () => [outage, own, outage])
      .flat()
      .slice(0, -1);
    for (const [index, fault] of faults.entries()) {
      const info = { attempt: index + 1, activityType: 'render', heartbeatDetails };
      const env = new MockActivityEnvironment(info, quietly);
      env.on('heartbeat', (details: unknown) => (heartbeatDetails = details));
      last = (await thrownBy(() => env.run(() => Promise.reject(fault)))) as ApplicationFailure;
    }
    expect(last?.nonRetryable).toBe(nonRetryable);
  });

  it('carries neither the cause nor its words', async () => {
    const failure = await failed(() => new Error('jane@example.org'), 1);
    expect(failure.cause).toBeUndefined();
    expect(`${failure.message} ${failure.stack ?? ''}`).not.toContain('jane');
  });

  it('lets a cancellation be a cancellation', async () => {
    const env = new MockActivityEnvironment({}, quietly);
    const running = thrownBy(() => env.run(() => Context.current().cancelled));
    env.cancel();
    expect(await running).toBeInstanceOf(CancelledFailure);
  });

  it('hands an activity over at once when its worker stops', async () => {
    const env = new MockActivityEnvironment({}, quietly);
    const running = thrownBy(() => env.run(() => Context.current().cancelled));
    env.cancel('WORKER_SHUTDOWN');
    expect(await running).toMatchObject({
      type: 'WORKER_SHUTDOWN',
      nonRetryable: false,
      nextRetryDelay: '1s',
    });
  });

  describe('of an activity that has a heartbeat time-out', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    const start = <Result>(work: () => Promise<Result>) => {
      const env = new MockActivityEnvironment(
        { heartbeatTimeoutMs: 20_000, activityType: 'render' },
        quietly,
      );
      let beats = 0;
      env.on('heartbeat', () => (beats += 1));
      return { running: env.run(work), beats: () => beats };
    };

    it('beats between the signs of its work', async () => {
      let finish: () => void = () => undefined;
      const { running, beats } = start(() => new Promise<void>((resolve) => (finish = resolve)));
      await jest.advanceTimersByTimeAsync(10_000);
      finish();
      await running;
      await jest.advanceTimersByTimeAsync(10_000);
      expect(beats()).toBe(5);
    });

    it('notices that it hangs, stops what it started, and lets another attempt begin', async () => {
      let signal: AbortSignal | undefined;
      const { running } = start(() => {
        signal = activitySignal();
        return new Promise<never>(() => undefined);
      });
      const failure = thrownBy(() => running);
      await jest.advanceTimersByTimeAsync(STALLED_MS - 1);
      expect(signal?.aborted).toBe(false);
      await jest.advanceTimersByTimeAsync(1);
      expect(signal?.aborted).toBe(true);
      expect(await failure).toMatchObject({
        type: 'INTERNAL',
        message: 'render gave no sign of work for 120 seconds and was given up.',
        nonRetryable: false,
      });
    });

    it('lets one that gives signs of work go on for hours', async () => {
      const { running } = start(async () => {
        for (let minute = 0; minute < 180; minute += 1) {
          await new Promise((resolve) => setTimeout(resolve, 60_000));
          activityBeat({ minute });
        }
      });
      await jest.advanceTimersByTimeAsync(180 * 60_000);
      await expect(running).resolves.toBeUndefined();
    });

    it('stops one that wakes up after it was given up', async () => {
      let woken: unknown;
      const { running } = start(async () => {
        await new Promise((resolve) => setTimeout(resolve, 10 * STALLED_MS));
        woken = await thrownBy(async () => {
          await Promise.resolve();
          activityBeat({});
        });
      });
      const failure = thrownBy(() => running);
      await jest.advanceTimersByTimeAsync(10 * STALLED_MS);
      await failure;
      expect(woken).toMatchObject({ code: 'INTERNAL' });
    });
  });
});
