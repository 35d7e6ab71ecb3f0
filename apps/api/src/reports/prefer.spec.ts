import { waitPreference } from './prefer.ts';

describe('Prefer: wait', () => {
  it.each([
    [undefined, 0],
    ['', 0],
    ['wait=5', 5],
    ['wait=60', 60],
    ['wait=3600', 60],
    ['respond-async, wait=10', 10],
    ['respond-async; wait=10, handling=lenient', 10],
    ['Wait=7', 7],
    ['await=5', 0],
    ['wait=-5', 0],
    ['wait=soon', 0],
  ])('%s waits %i seconds', (header, seconds) => {
    expect(waitPreference(header)).toBe(seconds);
  });
});
