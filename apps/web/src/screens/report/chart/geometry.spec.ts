import {
  barsOf,
  extentOf,
  labelledWeeks,
  lonely,
  namedBars,
  pathOf,
  scaleOf,
  weekPoint,
  yOn,
  type BarChart,
  type LineChart,
} from './geometry.ts';

const FRAME = { width: 120, height: 60, left: 10, right: 10, top: 10, bottom: 10 };

describe('a scale', () => {
  it.each([
    [[0, 7], 4, 1, [0, 2, 4, 6, 8]],
    [[0, 1], 4, 1, [0, 1]],
    [[0, 0.3], 4, undefined, [0, 0.1, 0.2, 0.3]],
    [[61.2, 68], 4, undefined, [60, 62, 64, 66, 68]],
    [[-3, 3], 4, undefined, [-4, -2, 0, 2, 4]],
    [[0, 4999], 4, 1, [0, 2000, 4000, 6000]],
  ] as const)('from %j in %d steps has round ticks', (extent, most, finest, ticks) => {
    expect(scaleOf(extent, most, finest).ticks).toEqual(ticks);
  });

  it('puts its lowest value at the foot of the plot and its highest at the top', () => {
    const y = yOn(scaleOf([0, 8], 4), FRAME);
    expect([y(0), y(4), y(8)]).toEqual([50, 30, 10]);
  });
});

describe('bars', () => {
  const chart: BarChart = {
    ...{ kind: 'bars', weeks: ['2026-11-23', '2026-11-30'], unit: 'events' },
    ...{ values: [4, 8], parts: [1, 12] },
  };

  it('stand on the axis, with the part that is set off within them', () => {
    const bars = barsOf(chart, scaleOf([0, 8], 4, 1), FRAME);
    expect(bars.map(({ y, height, partHeight }) => [y, height, partHeight])).toEqual([
      [30, 20, 5],
      [10, 40, 40],
    ]);
    expect(bars.map(({ x, width }) => Math.round(x + width / 2))).toEqual([35, 85]);
  });

  it('are all named where there is room, else this week’s and the highest', () => {
    const values = [3, 120, 4, 5, 7];
    expect([...namedBars(values, 30, () => 20)]).toEqual([0, 1, 2, 3, 4]);
    expect([...namedBars(values, 10, () => 20)]).toEqual([1, 4]);
    expect([...namedBars(values, 5, () => 20)]).toEqual([4]);
  });
});

describe('a line', () => {
  const x = weekPoint(5, { ...FRAME, left: 0, right: 0, width: 40 });
  const y = (value: number) => value;

  it('breaks where a week has no value', () => {
    expect(pathOf([1, 2, null, 4, 5], x, y)).toBe('M0 1L10 2M30 4L40 5');
  });

  it('is a dot between two gaps', () => {
    expect([lonely([1, null, 3, null, 5]), pathOf([1, null, 3, null, 5], x, y)]).toEqual([[0, 2, 4], '']);
    expect(lonely([null, 2, 3])).toEqual([]);
  });

  it('stands in the middle where there is but one week', () => {
    expect(weekPoint(1, FRAME)(0)).toBe(60);
  });

  const lines = (values: readonly (number | null)[], more: Partial<LineChart> = {}): LineChart => ({
    ...{ kind: 'lines', weeks: [], unit: '%', fromZero: false },
    ...{ lines: [{ label: 'A', rank: 'first', values: [...values] }], ...more },
  });

  it('has air above and below, unless it counts from zero, and its level in sight', () => {
    expect(extentOf(lines([60, 70]))).toEqual([58.5, 71.5]);
    expect(extentOf(lines([60, 70], { fromZero: true }))).toEqual([0, 70]);
    expect(extentOf(lines([60], { fromZero: true, level: { label: 'Plan', value: 90 } }))).toEqual([0, 90]);
    expect(extentOf(lines([null, null]))).toEqual([0, 1]);
  });
});

it('labels weeks counted back from the last, as many as have room', () => {
  expect(labelledWeeks(9, 360, 40)).toEqual([0, 4, 8]);
  expect(labelledWeeks(9, 90, 50)).toEqual([0, 8]);
  expect(labelledWeeks(3, 300, 50)).toEqual([0, 1, 2]);
});
