/** The colours against grey print and colour-blind eyes: the limits of docs/design.md. */
import { colourFaults, HOUSE_COLOURS, SERIES_DISTANCE } from '@rounds/contracts/brand-colours';
import { distanceOf, greyDistanceOf, VISIONS } from '@rounds/contracts/colour-vision';
import { contrastOf, READABLE_CONTRAST } from '@rounds/contracts/contrast';
import type { Colours } from '@rounds/contracts/template';
import {
  COLOUR,
  CONTENT_WIDTH,
  GUTTER,
  HATCH,
  leading,
  paletteOf,
  SIZE,
  span,
  type Palette,
} from './theme.ts';

const BRANDS: readonly Colours[] = [
  HOUSE_COLOURS,
  { primary: '#70224a', accent: '#4a2270' },
  { primary: '#1d5c38', accent: '#1d5c38' },
  { primary: '#5b2c83', accent: '#7a1f3d' },
  { primary: '#1f4e79', accent: '#aa3300' },
];

/** Relative luminance of WCAG 2.2, from the contrast with black. */
const luminanceOf = (colour: string): number => 0.05 * contrastOf(colour, '#000000') - 0.05;

/** Colours that meet in a chart and must be told apart. */
const series = ({ accent, accentLight, second }: Palette): [string, string][] => [
  [accent, second],
  [accent, accentLight],
  [accentLight, COLOUR.paper],
  [second, COLOUR.paper],
];

describe.each(BRANDS)('the colours of %j', (colours) => {
  const palette = paletteOf(colours);

  it('are taken from a template', () => {
    expect(colourFaults(colours)).toEqual([]);
  });

  it('can be read: every text has a contrast of 4.5 with its ground', () => {
    const texts: [string, string][] = [
      ...[COLOUR.ink, COLOUR.muted, COLOUR.alert, palette.primary, palette.accent, palette.secondText].map(
        (text): [string, string] => [text, COLOUR.paper],
      ),
      [COLOUR.ink, COLOUR.alertWash],
      [COLOUR.muted, COLOUR.alertWash],
      [COLOUR.alert, COLOUR.alertWash],
      [COLOUR.muted, COLOUR.calmWash],
      [COLOUR.calm, COLOUR.calmWash],
    ];
    for (const [text, ground] of texts)
      expect(contrastOf(text, ground)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
  });

  it.each(VISIONS)('keep the series of a chart apart: %s', (vision) => {
    for (const [one, other] of series(palette))
      expect(distanceOf(one, other, vision)).toBeGreaterThanOrEqual(SERIES_DISTANCE);
  });

  it('tell what is hatched from the bars of every week in grey print, by a pattern and by 3 to 1', () => {
    // How much of the hatched area is ink: lines at an angle of 45 degrees.
    const ink = (HATCH.line * Math.SQRT2) / HATCH.distance;
    const hatched = luminanceOf(COLOUR.ink) * ink + luminanceOf(COLOUR.paper) * (1 - ink);
    const accent = luminanceOf(palette.accent);
    expect((Math.max(hatched, accent) + 0.05) / (Math.min(hatched, accent) + 0.05)).toBeGreaterThanOrEqual(3);
    for (const bar of [palette.accentLight, COLOUR.paper])
      expect(contrastOf(COLOUR.ink, bar)).toBeGreaterThanOrEqual(3);
  });

  it('keep them apart in grey print', () => {
    for (const [one, other] of series(palette))
      expect(greyDistanceOf(one, other)).toBeGreaterThanOrEqual(SERIES_DISTANCE);
  });
});

it('gives charts another second line where the usual one is too near to the accent', () => {
  const { second, secondText } = paletteOf({ primary: '#1f4e79', accent: '#aa3300' });
  expect([second, secondText]).not.toEqual([paletteOf().second, paletteOf().secondText]);
});

describe('a colour that does not do', () => {
  it.each([
    ['accent', '#a04a10', /second line of charts/],
    ['accent', '#f0c000', /contrast of 4.5/],
    ['accent', '#17212b', /black of bars/],
    ['primary', '#8fb4d9', /white paper/],
  ])('%s %s is refused with its reason', (field, colour, rule) => {
    const faults = colourFaults({ ...HOUSE_COLOURS, [field]: colour });
    expect(faults.filter((fault) => fault.field === field && rule.test(fault.rule))).not.toEqual([]);
  });
});

describe('the measure of distance', () => {
  it('is 1 from black to white, 0 to itself, and knows what colour-blind eyes confuse', () => {
    for (const vision of VISIONS) {
      expect(distanceOf('#000000', '#ffffff', vision)).toBeCloseTo(1, 2);
      expect(distanceOf('#4a2270', '#4a2270', vision)).toBe(0);
    }
    // Red and olive green of one lightness: far apart to most, alike to deuteranopes.
    const [red, green] = ['#b14a3a', '#74702a'] as const;
    expect(distanceOf(red, green)).toBeGreaterThan(2 * distanceOf(red, green, 'deuteranopia'));
    expect(distanceOf('#0000ff', '#008000', 'tritanopia')).toBeLessThan(distanceOf('#0000ff', '#008000'));
  });
});

describe('the grid', () => {
  it('has six columns that fill the page', () => {
    expect(span(6)).toBeCloseTo(CONTENT_WIDTH);
    expect(span(3) * 2 + GUTTER).toBeCloseTo(CONTENT_WIDTH);
    expect(span(2) * 3 + GUTTER * 2).toBeCloseTo(CONTENT_WIDTH);
  });

  it('has lines at the distance that is asked for', () => {
    expect(leading(SIZE.table, 10) * SIZE.table * 1.424).toBeCloseTo(10);
  });
});
