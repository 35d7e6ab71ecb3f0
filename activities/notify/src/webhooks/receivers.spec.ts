import { createReceivers, type Heard } from './receivers.ts';

const TIMEOUT_MS = 30_000;
const URL_A = 'https://a.example.org/hook';

const setUp = () => {
  const clock = { ms: 0 };
  const admit = createReceivers({ timeoutMs: TIMEOUT_MS, now: () => clock.ms });
  const begin = (url = URL_A, isByHand = false) => {
    const admission = admit(url, isByHand);
    if ('waitMs' in admission) throw new Error(`It must wait ${admission.waitMs} ms.`);
    return admission.settle;
  };
  const waitOf = (url = URL_A, isByHand = false): number => {
    const admission = admit(url, isByHand);
    if ('waitMs' in admission) return admission.waitMs;
    throw new Error('It need not wait.');
  };
  const call = (heard: Heard, url = URL_A) => {
    begin(url)(heard);
  };
  const open = () => {
    for (let nth = 0; nth < 4; nth += 1) call('silent');
  };
  return { clock, begin, waitOf, call, open };
};

it('gives a server four calls at once, and leaves the others as they are', () => {
  const { begin, waitOf } = setUp();
  const first = [1, 2, 3, 4].map((nth) => begin(`${URL_A}/${nth}`));
  expect(waitOf()).toBeGreaterThan(0);
  begin('https://b.example.org/hook')('answered');
  first[0]?.('answered');
  begin();
});

it('gives those who wait turns one after the other, as far apart as the calls last', () => {
  const { clock, begin, waitOf } = setUp();
  const [first] = [1, 2, 3, 4].map(() => begin());
  clock.ms = 2_000;
  first?.('answered');
  begin();
  expect([waitOf(), waitOf(), waitOf()]).toEqual([2_000, 2_500, 3_000]);
});

it('asks whoever waits for one that hangs to come back a few times, not each second', () => {
  const { clock, begin, waitOf } = setUp();
  for (let nth = 0; nth < 4; nth += 1) begin();
  let asked = 0;
  for (; clock.ms < TIMEOUT_MS; asked += 1) clock.ms += waitOf();
  expect(asked).toBeLessThanOrEqual(6);
});

describe('an address', () => {
  it('that did not answer four calls in a row is left alone, and another of its server is not', () => {
    const { waitOf, call, open } = setUp();
    for (let nth = 0; nth < 3; nth += 1) call('silent');
    call('answered');
    open();
    expect(waitOf(`${URL_A}?of=another-run`)).toBeGreaterThan(0);
    call('answered', 'https://a.example.org/other');
  });

  it('is tried by one call at a time, each later than the one before, and by all once it has answered', () => {
    const { clock, begin, waitOf, open, call } = setUp();
    open();
    let last = 0;
    for (let trial = 0; trial < 5; trial += 1) {
      const wait = waitOf();
      expect(wait).toBeGreaterThan(last);
      last = wait;
      clock.ms += wait;
      const settle = begin();
      expect(waitOf()).toBeGreaterThanOrEqual(TIMEOUT_MS);
      settle('silent');
      // Random of up to a half and a quarter: the next one doubles.
      last /= 2;
    }
    clock.ms += waitOf();
    call('answered');
    for (let nth = 0; nth < 4; nth += 1) begin();
  });

  it('that is dead for a day is tried every few minutes', () => {
    const { clock, waitOf, open, call } = setUp();
    open();
    let longest = 0;
    for (let trial = 0; trial < 40; trial += 1) {
      const wait = waitOf();
      longest = Math.max(longest, wait);
      clock.ms += wait;
      call('silent');
    }
    expect(longest / 60_000).toBeLessThanOrEqual(6.25);
    expect(longest / 60_000).toBeGreaterThanOrEqual(5);
  });

  it('is tried at once by a call that somebody asked for, unless a trial is under way', () => {
    const { begin, waitOf, open } = setUp();
    open();
    const settle = begin(URL_A, true);
    expect(waitOf(URL_A, true)).toBeGreaterThan(0);
    settle('answered');
    begin();
  });

  it('whose trial was not made can be tried by the next one', () => {
    const { begin, open } = setUp();
    open();
    begin(URL_A, true)('unknown');
    begin(URL_A, true);
  });
});
