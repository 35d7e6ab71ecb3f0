import type { ContentText } from 'pdfmake/interfaces';
import { COLOUR, leading, SIZE } from '../theme.ts';
import { linkTo } from './rich-text.ts';

/** Before the number of a page: `p. 7`. */
const PAGE_SIGN = 'p.\u00A0';

/** Points that `p. 123` takes. */
export const PAGE_REF_WIDTH = 20;

/** Where something is explained: `p. 7`, a link, in print too. Nothing for a section that is not in the report. */
export const pageRef = (section: string | undefined): ContentText =>
  section === undefined
    ? { text: '' }
    : {
        text: [
          { text: PAGE_SIGN, ...linkTo(section) },
          { text: '', pageReference: section, ...linkTo(section) },
        ],
        // The layout keeps room for five digits, and would fold them.
        noWrap: true,
        fontSize: SIZE.small,
        lineHeight: leading(SIZE.small, 9),
        color: COLOUR.muted,
      };
