/**
 * The look of the report in one place: grid, type scale, leading, colours; docs/design.md shows it and says why.
 * Lengths are points. No meaning hangs on hue alone: what is urgent says so in words and by a sign, lines differ in
 * darkness and dash, bars in darkness. `theme.spec.ts` proves that colours stay apart in grey and to colour-blind eyes.
 */
import { HOUSE_COLOURS, INK, PAPER, secondLineFor } from '@rounds/contracts/brand-colours';
import type { Colours } from '@rounds/contracts/template';

export const PAGE = { width: 595.28, height: 841.89 } as const;
export const MARGIN = { left: 45, right: 45, top: 64, bottom: 58 } as const;
export const CONTENT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const CONTENT_HEIGHT = PAGE.height - MARGIN.top - MARGIN.bottom;

const COLUMNS = 6;
/** Between two columns of the grid. */
export const GUTTER = 16;

/** Width of so many of the six columns of the page, gutters between them included. */
export const span = (columns: number): number =>
  (columns * (CONTENT_WIDTH + GUTTER)) / COLUMNS - (columns === 0 ? 0 : GUTTER);

export const SIZE = {
  micro: 7,
  small: 7.6,
  table: 8,
  body: 9.5,
  lead: 12,
  sub: 11,
  figure: 12,
  heading: 19,
  title: 26,
} as const;

/** Multiples of one unit, so that distances rhyme. */
export const SPACE = { hair: 2, small: 4, medium: 8, large: 16, section: 24 } as const;

/** Height of a line of the two faces as they come, in multiples of the size: from their own metrics. */
const NATURAL = { sans: 1.424, serif: 1.371 } as const;

/** `lineHeight` that sets lines of `size` so many points apart. */
export const leading = (size: number, points: number, face: keyof typeof NATURAL = 'sans'): number =>
  points / (size * NATURAL[face]);

export const COLOUR = {
  ink: INK,
  muted: '#566370',
  faint: '#8A96A1',
  rule: '#CFD6DC',
  hairline: '#E3E8EC',
  wash: '#F3F6F8',
  paper: PAPER,
  alert: '#9E1B1B',
  alertWash: '#FBF0EE',
  calm: '#1E6A4E',
  calmWash: '#EEF6F2',
} as const;

/** Points of a line of ink on paper, and from one to the next along the page: the part of a bar that is set off. */
export const HATCH = { line: 0.7, distance: 3.4 } as const;

/** The colours that follow from a template's; the others mean something and stay. */
export interface Palette {
  /** Titles, rules, heads of tables. */
  readonly primary: string;
  readonly primaryMid: string;
  /** This week's bars, the first line of a chart. */
  readonly accent: string;
  readonly accentMid: string;
  /** The bars of the weeks before. */
  readonly accentLight: string;
  /** The second line of a chart: lighter than the accent in grey, and another hue in colour. */
  readonly second: string;
  /** Its name where it ends: as dark as small text has to be. */
  readonly secondText: string;
}

/** `share` of white in the colour. */
const paler = (colour: string, share: number): string => {
  const channels = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16);
    return Math.round(channel + (255 - channel) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
};

const [MID, LIGHT] = [0.34, 0.71];

/**
 * Where a template's accent is too near to the usual second line of charts, that line gets another colour.
 * @param colours of a template, without `colourFaults`; absent: the house's
 */
export const paletteOf = (colours: Colours = HOUSE_COLOURS): Palette => {
  const second = secondLineFor(colours.accent);
  return {
    ...colours,
    primaryMid: paler(colours.primary, MID),
    accentMid: paler(colours.accent, MID),
    accentLight: paler(colours.accent, LIGHT),
    second: second?.line ?? COLOUR.muted,
    secondText: second?.text ?? COLOUR.muted,
  };
};
