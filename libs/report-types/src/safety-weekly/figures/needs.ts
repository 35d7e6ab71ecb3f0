/** What each figure of the report needs of the rows. */
import { SERIOUS_CRITERIA } from '../../folds/adverse-event.ts';
import { isLiverTest } from '../../folds/liver.ts';
import { MILESTONES } from '../../quality/enrolment-needs.ts';
import type { FigureNeeds } from '../../quality/needs.ts';

/** The panel tells severe events too: an event without a severity could be one. */
const events = (of: FigureNeeds['of']): FigureNeeds[] => {
  const [at, doubt] = [`events.${of}`, of === 'inPeriod' ? ({ doubt: 'any' } as const) : {}];
  const serious = { of, needs: ['AE.AESER'], inEveryRow: ['AE.AESER'], ...doubt };
  return [
    { figure: `${at}.serious`, ...serious },
    { figure: `${at}.seriousByCriterion`, ...serious, inEveryRow: [], reads: SERIOUS_CRITERIA },
    // That none is collected leaves nothing in doubt: AESER alone says what is serious.
    { figure: `${at}.seriousByCriterion`, of, needs: [], needsOneOf: SERIOUS_CRITERIA },
    { figure: `${at}.severe`, of, needs: ['AE.AESEV'], inEveryRow: ['AE.AESEV'], ...doubt },
    { figure: `${at}.fatal`, of, needs: ['AE.AEOUT'], reads: ['AE.AESDTH'], ...doubt },
    { figure: `${at}.possibleDeaths`, of, needs: [], reads: ['AE.AETOXGR', 'AE.AEDTHDTC'], ...doubt },
  ];
};

const LIVER = ['LB.LBTESTCD', 'LB.LBSTRESN', 'LB.LBSTNRHI'];

const liver = (name: string): FigureNeeds => ({
  figure: `liver.${name}`,
  of: name.startsWith('inPeriod') ? 'inPeriod' : 'toDate',
  needs: LIVER,
  reads: ['LB.LBSPEC'],
  about: isLiverTest,
  doubt: name.startsWith('inPeriod') ? 'any' : 'lacking',
});

export const FIGURE_NEEDS: readonly FigureNeeds[] = [
  { figure: 'subjects.randomised', of: 'toDate', needs: MILESTONES, inEveryRow: MILESTONES },
  ...events('inPeriod'),
  ...events('toDate'),
  { figure: 'events.toDate.bySoc', of: 'toDate', needs: ['AE.AESOC'] },
  { figure: 'events.toDate.byPreferredTerm', of: 'toDate', needs: ['AE.AEDECOD'] },
  { figure: 'deaths.toDate', of: 'toDate', needs: [], reads: ['DM.DTHFL', 'DM.DTHDTC'], doubt: 'any' },
  ...['inPeriod.newSignals', 'toDate.altOrAst3xUln', 'toDate.bilirubin2xUln', 'toDate.hysLawCandidates'].map(
    liver,
  ),
];
