/** The serious events of a bar are hatched: no grey would differ both from the bars of this week and from the others. */
import { COLOUR, HATCH } from '../theme.ts';

const ID = 'hatch';

/** As a fill. */
export const HATCHED = `url(#${ID})`;

const { line, distance } = HATCH;

/** Lines from the lower left to the upper right; those of neighbouring tiles meet. */
export const hatchPattern =
  `<defs><pattern id="${ID}" patternUnits="userSpaceOnUse" width="${distance}" height="${distance}">` +
  `<rect width="${distance}" height="${distance}" fill="${COLOUR.paper}"/>` +
  `<path d="M-1,1L1,-1M0,${distance}L${distance},0M${distance - 1},${distance + 1}L${distance + 1},${distance - 1}" ` +
  `stroke="${COLOUR.ink}" stroke-width="${line}"/></pattern></defs>`;
