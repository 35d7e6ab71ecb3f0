/**
 * The look of the report in one place: grid, type scale, colours. Lengths are points. The colours keep their
 * order of darkness in grey print, and no meaning hangs on hue alone: what is urgent says so in words.
 */
import { HOUSE_COLOURS, INK, SECOND_LINE } from '@rounds/contracts/brand-colours';
import type { Colours } from '@rounds/contracts/template';

export const PAGE = { width: 595.28, height: 841.89 } as const;
export const MARGIN = { left: 45, right: 45, top: 64, bottom: 58 } as const;
export const CONTENT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const CONTENT_HEIGHT = PAGE.height - MARGIN.top - MARGIN.bottom;

export const SIZE = {
  micro: 6.8,
  small: 7.6,
  table: 8,
  body: 9.5,
  lead: 11.5,
  sub: 11,
  heading: 19,
  figure: 21,
  title: 26,
} as const;

/** Multiples of one unit, so that distances rhyme. */
export const SPACE = { hair: 2, small: 4, medium: 8, large: 14, section: 22 } as const;

export const COLOUR = {
  ink: INK,
  muted: '#566370',
  faint: '#8A96A1',
  rule: '#CFD6DC',
  hairline: '#E3E8EC',
  wash: '#F3F6F8',
  paper: '#FFFFFF',
  alert: '#9E1B1B',
  alertWash: '#FBF0EE',
  calm: '#1E6A4E',
  calmWash: '#EEF6F2',
} as const;

/** The colours that follow from a template's; the others mean something and stay. */
export interface Palette {
  /** Titles, rules, heads of tables. */
  readonly primary: string;
  readonly primaryMid: string;
  /** This week's bars, the first line of a chart. */
  readonly accent: string;
  readonly accentMid: string;
  readonly accentLight: string;
  /** The second line of a chart: lighter than the accent in grey, and another hue in colour. */
  readonly second: string;
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

const HOUSE: Palette = {
  ...HOUSE_COLOURS,
  primaryMid: '#5e8fb3',
  accentMid: '#5e8fb3',
  accentLight: '#b9cddc',
  second: SECOND_LINE,
};

export const paletteOf = (colours: Colours | undefined): Palette =>
  colours === undefined
    ? HOUSE
    : {
        ...colours,
        primaryMid: paler(colours.primary, MID),
        accentMid: paler(colours.accent, MID),
        accentLight: paler(colours.accent, LIGHT),
        second: SECOND_LINE,
      };
