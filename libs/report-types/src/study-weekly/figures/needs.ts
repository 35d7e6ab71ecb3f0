/** What each figure of the report needs of the rows. */
import { SERIOUS_CRITERIA } from '../../folds/adverse-event.ts';
import { isLiverTest } from '../../folds/liver.ts';
import { coded } from '../../folds/study-row.ts';
import { isSign, type Sign } from '../../folds/units.ts';
import { enrolmentNeeds, MILESTONES } from '../../quality/enrolment-needs.ts';
import type { FigureNeeds } from '../../quality/needs.ts';
import type { Known } from '../../terms/known.ts';
import { SIGNS } from './vital-signs.ts';

const events = (of: FigureNeeds['of']): FigureNeeds[] => {
  const [at, doubt] = [`adverseEvents.${of}`, of === 'inPeriod' ? ({ doubt: 'any' } as const) : {}];
  const serious = { of, needs: ['AE.AESER'], inEveryRow: ['AE.AESER'], ...doubt };
  return [
    { figure: `${at}.serious`, ...serious },
    { figure: `${at}.seriousByCriterion`, ...serious, inEveryRow: [], reads: SERIOUS_CRITERIA },
    // That none is collected leaves nothing in doubt: AESER alone says what is serious.
    { figure: `${at}.seriousByCriterion`, of, needs: [], needsOneOf: SERIOUS_CRITERIA },
    { figure: `${at}.fatal`, of, needs: ['AE.AEOUT'], reads: ['AE.AESDTH'], ...doubt },
    { figure: `${at}.possibleDeaths`, of, needs: [], reads: ['AE.AETOXGR', 'AE.AEDTHDTC'], ...doubt },
  ];
};

const deaths: FigureNeeds = {
  figure: 'attention.newDeaths',
  of: 'toDate',
  needs: [],
  reads: ['DM.DTHFL', 'DM.DTHDTC'],
  doubt: 'any',
};

const LIVER = ['LB.LBTESTCD', 'LB.LBSTRESN', 'LB.LBSTNRHI'];

const liver = (figure: string): FigureNeeds => ({
  figure,
  of: 'toDate',
  needs: LIVER,
  reads: ['LB.LBSPEC'],
  about: isLiverTest,
  doubt: 'lacking',
});

/** A result of a liver test in the period that cannot be judged could be a new signal. */
const newSignals: FigureNeeds = {
  ...liver('attention.newLabSignals'),
  of: 'inPeriod',
  doubt: 'any',
};

const sign = (test: Sign): FigureNeeds => ({
  figure: `vitalSigns.inPeriod.${SIGNS[test]}`,
  of: 'inPeriod',
  needs: ['VS.VSTESTCD', 'VS.VSSTRESN', 'VS.VSSTRESU'],
  about: (row) => !isSign(coded(row, 'VSTESTCD')) || coded(row, 'VSTESTCD') === test,
});

/** Of one figure: each entry is of one domain. */
const byArm: FigureNeeds[] = [['DM.ARM'], MILESTONES].map((needs) => ({
  figure: 'adverseEvents.byArm',
  of: 'toDate',
  needs,
}));

export const figureNeeds = (known: Known, unblinded: boolean): FigureNeeds[] => [
  ...enrolmentNeeds('enrolment.toDate', known),
  { figure: 'visits.byVisit', of: 'inPeriod', needs: ['SV.VISIT'] },
  ...events('inPeriod'),
  ...events('toDate'),
  { figure: 'adverseEvents.inPeriod.bySeverity', of: 'inPeriod', needs: ['AE.AESEV'] },
  { figure: 'adverseEvents.toDate.bySoc', of: 'toDate', needs: ['AE.AESOC'] },
  { figure: 'adverseEvents.toDate.byPreferredTerm', of: 'toDate', needs: ['AE.AEDECOD'] },
  ...(unblinded ? byArm : []),
  deaths,
  { figure: 'laboratory.inPeriod.outOfRange', of: 'inPeriod', needs: ['LB.LBNRIND'] },
  { figure: 'laboratory.inPeriod.byTest', of: 'inPeriod', needs: ['LB.LBTESTCD'] },
  newSignals,
  ...['altOrAst3xUln', 'bilirubin2xUln', 'hysLawCandidates'].map((name) =>
    liver(`laboratory.toDate.${name}`),
  ),
  ...(['SYSBP', 'DIABP', 'PULSE'] as const).map(sign),
];
