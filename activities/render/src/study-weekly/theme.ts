/**
 * The look of the report in one place: grid, type scale, colours. Lengths are points. The colours keep their
 * order of darkness in grey print, and no meaning hangs on hue alone: what is urgent says so in words.
 */
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
  ink: '#17212B',
  muted: '#566370',
  faint: '#8A96A1',
  rule: '#CFD6DC',
  hairline: '#E3E8EC',
  wash: '#F3F6F8',
  paper: '#FFFFFF',
  /** The report's own: headings, this week's bars, the first line of a chart. */
  accent: '#0F4C75',
  accentMid: '#5E8FB3',
  accentLight: '#B9CDDC',
  /** The second line of a chart: lighter than the accent in grey, and another hue in colour. */
  second: '#C8702A',
  alert: '#9E1B1B',
  alertWash: '#FBF0EE',
  calm: '#1E6A4E',
  calmWash: '#EEF6F2',
} as const;
