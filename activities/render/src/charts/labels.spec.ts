/** Small: the words of every chart, as they stand in its SVG: none cut, none on another, in any language. */
import { LANGUAGES, type Language } from '@rounds/contracts/language';
import type { BarChart, Chart, LineChart } from '@rounds/report-types/model/report-model';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { buildDataset } from '@rounds/report-types/study-weekly/testing/dataset';
import { modelOf } from '../draw.ts';
import { textWidth } from '../text/glyphs.ts';
import { paletteOf } from '../theme.ts';
import { familyOf, type ChartSize } from './chart.ts';
import { drawChart, FULL, HALF } from './draw-chart.ts';
import { folded, niceDomain, spreadLabels } from './labels.ts';

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const plain = (xml: string): string =>
  xml.replaceAll(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);

const shift = (tag: string): [x: number, y: number] => {
  const [, x = '0', y = '0'] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(tag) ?? [];
  return [Number(x), Number(y)];
};

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** The lines of a text, each a box from its own widths: 0.75 of the size above its baseline, 0.22 below. */
const boxesOf = (
  tag: string,
  inner: string,
  [x, y]: readonly [number, number],
  language: Language,
): Box[] => {
  const size = Number(attribute(tag, 'font-size')?.replace('px', ''));
  const bold = attribute(tag, 'font-weight') === '600';
  const anchor = attribute(tag, 'text-anchor') ?? 'start';
  const spans = [...inner.matchAll(/<tspan([^>]*)>([^<]*)<\/tspan>/g)];
  const lines =
    spans.length === 0 ? [['', inner] as const] : spans.map(([, of = '', text = '']) => [of, text] as const);
  let below = 0;
  return lines.map(([of, raw]) => {
    below += Number(attribute(` ${of}`, 'dy') ?? 0);
    const text = plain(raw);
    const width = textWidth(text, size, bold, familyOf(language));
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
    return { text, left, right: left + width, top: y + below - 0.75 * size, bottom: y + below + 0.22 * size };
  });
};

const wordsIn = (svg: string, language: Language): Box[] => {
  const boxes: Box[] = [];
  const at: [number, number][] = [[0, 0]];
  for (const [, close, group, textTag, inner] of svg.matchAll(
    /(<\/g>)|(<g[^>]*>)|(<text[^>]*>)(.*?)<\/text>/g,
  )) {
    const [x, y] = at.at(-1) ?? [0, 0];
    if (close !== undefined) at.pop();
    else if (group !== undefined) at.push([x + shift(group)[0], y + shift(group)[1]]);
    else if (textTag !== undefined) {
      const [dx, dy] = shift(textTag);
      boxes.push(...boxesOf(textTag, inner ?? '', [x + dx, y + dy], language));
    }
  }
  return boxes.filter(({ text }) => text.trim() !== '');
};

/** Pairs of words that lie on each other, and words that the picture cuts. */
const faults = (svg: string, { width, height }: ChartSize, language: Language): string[] => {
  const boxes = wordsIn(svg, language);
  const cut = boxes.filter((box) => box.left < 0 || box.right > width || box.top < 0 || box.bottom > height);
  const covered = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map((other) => `${one.text} | ${other.text}`),
  );
  return [...cut.map(({ text }) => `cut: ${text}`), ...covered];
};

const weeks = (n: number) =>
  Array.from({ length: n }, (_, index) =>
    new Date(Date.UTC(2026, 8, 7) + (index - n + 1) * 7 * 86_400_000).toISOString().slice(0, 10),
  );

const bars = (n: number, values: (index: number) => number, more: Partial<BarChart> = {}): BarChart => ({
  kind: 'bars',
  weeks: weeks(n),
  unit: 'Events',
  values: Array.from({ length: n }, (_, index) => values(index)),
  ...more,
});

const lines = (n: number, ends: readonly number[], more: Partial<LineChart> = {}): LineChart => ({
  kind: 'lines',
  weeks: weeks(n),
  unit: 'Subjects',
  fromZero: true,
  lines: ends.map((end, index) => ({
    label: ['Randomised', 'Screened', 'Completed', 'Discontinued'][index] ?? '',
    rank: index === 0 ? 'first' : 'second',
    values: Array.from({ length: n }, (_, week) => (end * (week + 1)) / n),
  })),
  ...more,
});

const SITE = 'Universitätsklinikum Schleswig-Holstein';
const LONG = 'Universitätsklinikum Schleswig-Holstein, Donaudampfschifffahrtsgesellschaftskapitänskajüte';

const CHARTS: readonly (readonly [what: string, chart: Chart])[] = [
  ['few events', bars(26, (index) => index % 4)],
  ['many events', bars(26, (index) => 1_200 + index, { parts: weeks(26).map((_, index) => 200 + index) })],
  ['very many', bars(26, (index) => 1_234_567 - index * 1_000)],
  ['one week', bars(1, () => 12_345)],
  ['two weeks', bars(2, () => 3)],
  ['no event', bars(26, () => 0)],
  ['a long unit', bars(26, (index) => index, { unit: `${LONG}, n = 1.234–1.240 in dieser Woche` })],
  [
    'a long Japanese unit',
    bars(26, (index) => index, {
      unit: '収縮期血圧および拡張期血圧の平均値（臥位および立位、5分間安静後に測定）'.repeat(3),
    }),
  ],
  ['lines that end together', lines(26, [159, 159, 158, 160])],
  [
    'lines that end at the top',
    lines(26, [200, 200, 200, 200], { level: { label: 'Planned 200', value: 200 } }),
  ],
  ['lines that end at the bottom', lines(26, [0, 0, 300, 0])],
  ['one point', lines(1, [1_234_567, 1])],
  [
    'long names',
    lines(26, [10, 11], { lines: lines(26, [10, 11]).lines.map((line) => ({ ...line, label: SITE })) }),
  ],
  ['small means', lines(26, [0.123, 0.125], { fromZero: false })],
  ['nothing', lines(26, [])],
];

describe.each(LANGUAGES)('the words of a chart in %s', (language) => {
  const voice = voiceOf(language);

  it.each(CHARTS)('are whole and apart: %s', async (_, chart) => {
    for (const size of [FULL, HALF, { ...HALF, height: 110 }]) {
      const svg = await drawChart(chart, size, paletteOf(), voice);
      expect(wordsIn(svg, language)).not.toEqual([]);
      expect(faults(svg, size, language)).toEqual([]);
    }
  });

  it('are so in every chart of the sample', async () => {
    const model = modelOf({ dataset: buildDataset(), language });
    const charts = [...model.trends, ...model.sections.flatMap(({ chart }) => chart ?? [])].flatMap(
      (block) => block.charts,
    );
    expect(charts.length).toBeGreaterThan(5);
    for (const chart of charts)
      for (const size of [FULL, HALF])
        expect(faults(await drawChart(chart, size, paletteOf(), voice), size, language)).toEqual([]);
  });
});

describe('the measure', () => {
  it('finds words on each other and words that are cut', () => {
    const text = (x: number, of: string) =>
      `<text text-anchor="start" transform="translate(${x},20)" font-size="8px">${of}</text>`;
    expect(
      faults(`<svg>${text(0, 'one')}${text(5, 'other')}</svg>`, { width: 90, height: 90 }, 'en'),
    ).toEqual(['one | other']);
    expect(faults(`<svg>${text(80, 'one word')}</svg>`, { width: 90, height: 90 }, 'en')).toEqual([
      'cut: one word',
    ]);
  });
});

describe('a part that is set off', () => {
  it('is hatched, and no other bar is', async () => {
    const of = (chart: Chart) => drawChart(chart, FULL, paletteOf(), voiceOf('en'));
    expect(await of(bars(5, () => 9, { parts: [0, 0, 2, 0, 1] }))).toMatch(
      /^<svg[^>]*><defs><pattern[\s\S]*url\(#hatch\)/,
    );
    expect(await of(bars(5, () => 9))).not.toContain('hatch');
  });
});

describe('helpers', () => {
  it('fold a text without losing a character', () => {
    const text = `${LONG} 収縮期血圧および拡張期血圧の平均値`;
    const lines = folded(text, 80, 8, 'Source Sans 3');
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    for (const line of lines) expect(textWidth(line, 8)).toBeLessThanOrEqual(80);
  });

  it.each([
    [
      [0, 159],
      [0, 160],
    ],
    [
      [58.2, 141.7],
      [50, 150],
    ],
    [
      [0, 1],
      [0, 1],
    ],
    [
      [0.1, 0.13],
      [0.1, 0.13],
    ],
  ] as const)('set an axis of %j at %j', (of, expected) => {
    const [low, high] = niceDomain([...of]);
    expect(low).toBeCloseTo(expected[0]);
    expect(high).toBeCloseTo(expected[1]);
  });

  it('leave labels where they are as long as they are apart', () => {
    const at = (...ys: number[]) => ys.map((y) => ({ lines: ['x'], colour: '', y }));
    expect(spreadLabels(at(20, 60), 100).map(({ y }) => y)).toEqual([60, 20]);
    const [low = 0, high = 0] = spreadLabels(at(50, 52), 100).map(({ y }) => y);
    expect(low - high).toBeGreaterThanOrEqual(10);
  });
});
