/** The colours that reports are drawn in, and which ones a template may set. Lower case, as `#rrggbb`. */
import { distanceOf, greyDistanceOf, VISIONS } from './colour-vision.ts';
import { contrastOf, READABLE_CONTRAST } from './contrast.ts';
import { broken, type BrokenRule } from './rules.ts';
import type { Colours } from './template.ts';

export const PAPER = '#ffffff';
/** Of text, and of the part of a bar that stands for what is serious. */
export const INK = '#17212b';
/** What a report has without a template. */
export const HOUSE_COLOURS: Colours = { primary: '#0f4c75', accent: '#0f4c75' };

export interface SecondLine {
  readonly line: string;
  /** Of its name beside it: darker, as small text has to be. */
  readonly text: string;
}

/** The second line of a chart: the first of these that the accent is told from. No template sets it. */
const SECOND_LINES: readonly SecondLine[] = [
  { line: '#c8702a', text: '#a8560f' },
  { line: '#5f97c9', text: '#2b6ea3' },
];

/** What two series of one chart must be apart in grey print and to every eye: see `distanceOf`. */
export const SERIES_DISTANCE = 0.15;

/** Two areas with an edge between them: less than text needs. */
const AREAS = 1.25;

/** Whether everybody tells two series of these colours apart. */
export const areApart = (one: string, other: string): boolean =>
  greyDistanceOf(one, other) >= SERIES_DISTANCE &&
  VISIONS.every((vision) => distanceOf(one, other, vision) >= SERIES_DISTANCE);

export const secondLineFor = (accent: string): SecondLine | undefined =>
  SECOND_LINES.find(({ line }) => areApart(accent, line));

/**
 * Why colours cannot be used; empty where they can. WCAG's contrast counts luminance alone, so what it tells apart
 * stays apart in grey print: both at least 4.5 against white paper; the accent at least 1.25 against the ink. One of
 * the second lines must be told from the accent, in grey print and by colour-blind eyes too.
 *
 * @param colours `#rrggbb` each
 */
export const colourFaults = (colours: Colours): BrokenRule[] => [
  ...contrastFaults(colours),
  ...seriesFaults(colours),
];

const contrastFaults = ({ primary, accent }: Colours): BrokenRule[] =>
  (
    [
      ['primary', primary, PAPER, READABLE_CONTRAST],
      ['accent', accent, PAPER, READABLE_CONTRAST],
      ['accent', accent, INK, AREAS],
    ] as const
  ).flatMap(([field, colour, against, min]) => {
    const contrast = contrastOf(colour, against);
    if (contrast >= min) return [];
    const found = contrast.toFixed(2);
    return against === PAPER
      ? [broken(field, 'colour-too-pale', { min, found })]
      : [broken(field, 'colour-too-dark', { min, found, black: INK })];
  });

const seriesFaults = ({ accent }: Colours): BrokenRule[] =>
  secondLineFor(accent) === undefined
    ? [broken('accent', 'colours-alike', { lines: SECOND_LINES.map(({ line }) => line) })]
    : [];
