/** What the figures of enrolment need of DS. */
import type { Known } from '../terms/known.ts';
import type { FigureNeeds } from './needs.ts';

/** What tells who was randomised. */
export const MILESTONES = ['DS.DSCAT', 'DS.DSDECOD'];

/**
 * Whoever left has a disposition of the study; where DS tells of epochs, DSSCAT alone says which one that is.
 *
 * @param at path of the figures to date
 */
export const enrolmentNeeds = (at: string, { fills }: Known): FigureNeeds[] => {
  const endings = fills('DS.EPOCH') ? [...MILESTONES, 'DS.DSSCAT'] : MILESTONES;
  const reads = ['DS.DSSCAT', 'DS.EPOCH'];
  return [
    { figure: `${at}.randomised`, of: 'toDate', all: MILESTONES, inEveryRow: true },
    { figure: `${at}.screenFailures`, of: 'toDate', all: MILESTONES, reads },
    { figure: `${at}.completed`, of: 'toDate', all: endings, reads },
    { figure: `${at}.discontinued`, of: 'toDate', all: endings, reads },
    { figure: `${at}.ongoing`, of: 'toDate', all: endings, reads, doubt: 'lacking' },
  ];
};
