/** What each figure of the report needs of the rows. */
import { enrolmentNeeds } from '../../quality/enrolment-needs.ts';
import type { FigureNeeds } from '../../quality/needs.ts';
import type { Known } from '../../terms/known.ts';

export const figureNeeds = (known: Known): FigureNeeds[] => enrolmentNeeds('all.enrolment.toDate', known);
