import { RoundsError } from '@rounds/contracts/errors';
import { retryWhileDown } from './retry-while-down.ts';

const down = () => Promise.reject(new RoundsError('DEPENDENCY_DOWN', 'MongoDB does not answer.'));
const wrong = () => Promise.reject(new RoundsError('INVALID_INPUT', 'No.'));

const inTurn = <T>(...answers: (() => Promise<T>)[]) => {
  const calls = { made: 0 };
  const work = () => {
    const answer = answers[Math.min(calls.made, answers.length - 1)] ?? answers[0];
    calls.made += 1;
    if (answer === undefined) throw new Error('There is no answer.');
    return answer();
  };
  return { calls, work };
};

describe('retryWhileDown', () => {
  it('tries again while a server is away', async () => {
    const { calls, work } = inTurn<string>(down, down, () => Promise.resolve('done'));
    expect(await retryWhileDown(work)).toBe('done');
    expect(calls.made).toBe(3);
  });

  it('tries what was refused once only', async () => {
    const { calls, work } = inTurn(wrong);
    await expect(retryWhileDown(work)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(calls.made).toBe(1);
  });

  it('gives up in time, with what the server that is away said', async () => {
    const { calls, work } = inTurn(down);
    const started = performance.now();
    await expect(retryWhileDown(work, 500)).rejects.toMatchObject({ code: 'DEPENDENCY_DOWN' });
    expect(performance.now() - started).toBeLessThanOrEqual(600);
    expect(calls.made).toBeGreaterThan(1);
  });

  it('knows a driver’s error by its shape', async () => {
    const lost = Object.assign(new Error('closed'), { name: 'MongoNetworkError' });
    const { work } = inTurn<string>(
      () => Promise.reject(lost),
      () => Promise.resolve('done'),
    );
    expect(await retryWhileDown(work)).toBe('done');
  });
});
