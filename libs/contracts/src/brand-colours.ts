/** The colours that reports are drawn in, and which ones a template may set. Lower case, as `#rrggbb`. */
import { contrastOf, READABLE_CONTRAST } from './contrast.ts';
import type { FieldFault } from './errors.ts';
import type { Colours } from './template.ts';

const PAPER = '#ffffff';
/** Of text, and of the part of a bar that stands for what is serious. */
export const INK = '#17212b';
/** What a report has without a template. */
export const HOUSE_COLOURS: Colours = { primary: '#0f4c75', accent: '#0f4c75' };
/** The second line of a chart: no template sets it. */
export const SECOND_LINE = '#c8702a';

/** Two lines that cross, and two areas with an edge between them: less than text needs. */
const LINES = 1.5;
const AREAS = 1.25;

/**
 * Why colours cannot be used; empty where they can. WCAG's contrast counts luminance alone, so what it tells apart
 * stays apart in grey print: both at least 4.5 against white paper; the accent at least 1.25 against the ink and
 * 1.5 against the second line of a chart.
 *
 * @param colours `#rrggbb` each
 */
export const colourFaults = ({ primary, accent }: Colours): FieldFault[] =>
  (
    [
      ['primary', primary, PAPER, READABLE_CONTRAST, 'white paper'],
      ['accent', accent, PAPER, READABLE_CONTRAST, 'white paper'],
      ['accent', accent, INK, AREAS, 'the black of bars (#17212b)'],
      ['accent', accent, SECOND_LINE, LINES, 'the second line of charts (#c8702a)'],
    ] as const
  ).flatMap(([field, colour, against, least, name]) => {
    const found = contrastOf(colour, against);
    if (found >= least) return [];
    return [
      { field, rule: `must have a contrast of ${least} at least with ${name}, not ${found.toFixed(2)}` },
    ];
  });
