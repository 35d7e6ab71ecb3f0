import { countAhead, type Place } from './queue.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 23, 8, 0, seconds));
const place = (_id: string, seconds: number, more: Partial<Place> = {}): Place => ({
  ...{ _id, studyId: 'A', priority: 'normal', createdAt: at(seconds) },
  ...more,
});

describe('the place of a run', () => {
  it('is behind the older ones of its priority', () => {
    const open = [place('1', 1), place('2', 2), place('3', 3)];
    expect(open.map((run) => countAhead(run, open))).toEqual([0, 1, 2]);
  });

  it('is settled by the id where two are of one moment', () => {
    const open = [place('b', 1), place('a', 1)];
    expect(open.map((run) => countAhead(run, open))).toEqual([1, 0]);
  });

  it('is behind every one of a higher priority, however young', () => {
    const open = [
      place('low', 1, { priority: 'low' }),
      place('normal', 2),
      place('high', 3, { priority: 'high' }),
    ];
    expect(open.map((run) => countAhead(run, open))).toEqual([2, 1, 0]);
  });

  it('counts from the moment at which a run was scheduled or redriven', () => {
    const open = [place('redriven', 1, { queuedAt: at(9) }), place('2', 2)];
    expect(open.map((run) => countAhead(run, open))).toEqual([1, 0]);
  });

  it('is not behind the whole backlog of another study: studies take turns', () => {
    const backlog = Array.from({ length: 100 }, (_, n) => place(`a${String(n).padStart(2, '0')}`, n));
    const [first, second] = [place('b1', 200, { studyId: 'B' }), place('b2', 201, { studyId: 'B' })];
    const open = [...backlog, first, second];
    expect([countAhead(first, open), countAhead(second, open)]).toEqual([1, 3]);
    expect(countAhead(place('a50', 50), open)).toBe(52);
  });
});
