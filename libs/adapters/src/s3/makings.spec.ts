import { setTimeout as delay } from 'node:timers/promises';
import { memoryObjectStore } from '../testing/memory-object-store.ts';
import { createMakings, MAKINGS_FOLDER, TAKEN_UP_MS } from './makings.ts';

const OF = { kind: 'file', dataset: 'd1', format: 'pdf' };

const bed = (objects = memoryObjectStore()) => {
  let at = Date.parse('2026-11-30T07:00:00Z');
  const beats: unknown[] = [];
  const worker = (program = 'one') =>
    createMakings({ objects, program, beat: (progress) => beats.push(progress), now: () => new Date(at) });
  let made = 0;
  return {
    objects,
    beats,
    worker,
    /** Takes a while, as making does. */
    make: async () => {
      await delay(5);
      made += 1;
      return { made };
    },
    pass: (ms: number) => {
      at += ms;
    },
  };
};

describe('what equal inputs make', () => {
  it('is made once for all who ask, at the same time or later, on any worker', async () => {
    const { worker, make } = bed();
    const one = worker();
    const together = await Promise.all([1, 2, 3].map(() => one.once(OF, make)));
    const others = [await worker().once({ ...OF }, make), await one.once(OF, make)];
    expect([...together, ...others]).toEqual(Array.from({ length: 5 }, () => ({ made: 1 })));
  });

  it('is made for each input, in any order of its properties, and by each program', async () => {
    const { worker, make } = bed();
    const one = worker();
    expect(await one.once(OF, make)).toEqual({ made: 1 });
    expect(await one.once({ format: 'pdf', dataset: 'd1', kind: 'file' }, make)).toEqual({ made: 1 });
    expect(await one.once({ ...OF, format: 'xlsx' }, make)).toEqual({ made: 2 });
    expect(await one.once({ ...OF, language: 'de' }, make)).toEqual({ made: 3 });
    expect(await worker('two').once(OF, make)).toEqual({ made: 4 });
  });

  it('is taken up for an hour from when it was begun', async () => {
    const { worker, make, pass } = bed();
    const one = worker();
    await one.once(OF, make);
    pass(TAKEN_UP_MS - 1);
    expect(await one.once(OF, make)).toEqual({ made: 1 });
    pass(1);
    expect(await one.once(OF, make)).toEqual({ made: 2 });
  });

  it('fails each who asks by itself: the next makes it', async () => {
    const { worker, make } = bed();
    const one = worker();
    const failing = one.once(OF, async () => {
      await delay(5);
      throw new Error('A thread died.');
    });
    const waiting = one.once(OF, make);
    await expect(failing).rejects.toThrow('A thread died.');
    expect(await waiting).toEqual({ made: 1 });
  });

  it('stops whoever waits for it and is cancelled, and nobody else', async () => {
    const { objects, make } = bed();
    const cancelled = createMakings({
      ...{ objects, program: 'one', now: () => new Date('2026-11-30T07:00:00Z') },
      beat: () => {
        throw new Error('cancelled');
      },
    });
    const first = cancelled.once(OF, make);
    await expect(cancelled.once(OF, make)).rejects.toThrow('cancelled');
    expect(await first).toEqual({ made: 1 });
  });

  it('is kept from others where its maker says so, and made anew once it is forgotten', async () => {
    const { worker, make, objects } = bed();
    const one = worker();
    await one.once(OF, make, () => false);
    expect([...objects.objects.keys()]).toEqual([]);
    expect(await one.once(OF, make)).toEqual({ made: 2 });
    expect([...objects.objects.keys()]).toEqual([expect.stringMatching(`^${MAKINGS_FOLDER}[0-9a-f]{64}`)]);
    await one.forget(OF);
    expect(await one.once(OF, make)).toEqual({ made: 3 });
  });

  it('is not made while nobody can tell whether it was', async () => {
    const { objects, make, worker } = bed();
    objects.get = () => Promise.reject(new Error('The store is away.'));
    await expect(worker().once(OF, make)).rejects.toThrow('The store is away.');
  });
});
