import type { Voice } from '@rounds/report-types/model/words/voice';
import type { ContentText } from 'pdfmake/interfaces';
import { COLOUR, leading, SIZE } from '../theme.ts';
import { linkTo } from './rich-text.ts';

/** Points that `pág. 123` takes. */
export const PAGE_REF_WIDTH = 24;

/** Where something is explained: `p. 7`, a link, in print too. Nothing for a section that is not in the report. */
export const pageRef = (section: string | undefined, voice: Voice): ContentText =>
  section === undefined
    ? { text: '' }
    : {
        text: [
          { text: `${voice.say('p')}\u00A0`, ...linkTo(section) },
          { pageReference: section, ...linkTo(section) },
        ],
        // The layout keeps room for five digits, and would fold them.
        noWrap: true,
        fontSize: SIZE.small,
        lineHeight: leading(SIZE.small, 9),
        color: COLOUR.muted,
      };
