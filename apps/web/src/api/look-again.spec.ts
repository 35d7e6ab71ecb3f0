import { pauseAfter } from './look-again.ts';

it('looks again soon at first, then ever more slowly, and never less often than twice a minute', () => {
  const seconds = [0, 29, 30, 60, 120, 240, 86_400].map((after) => pauseAfter(after * 1_000) / 1_000);
  expect(seconds).toEqual([1.5, 1.5, 3, 6, 12, 24, 24]);
});
