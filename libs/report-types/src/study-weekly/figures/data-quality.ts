/** What the reader must know of the rows before trusting the figures. */
import type { DatedDomain } from '@rounds/contracts/cut';
import type { Period } from '@rounds/contracts/period';
import type { DataQuality } from '@rounds/contracts/dataset';
import { dispositionState } from '../../folds/disposition.ts';
import { onEveryDomain, type Fold } from '../../folds/fold.ts';
import { LIVER_WORDS, liverResult } from '../../folds/liver.ts';
import { coded, isIn, numeric, text, type StudyRow } from '../../folds/study-row.ts';
import { tallyCounts } from '../../folds/tally.ts';

const VITAL_SIGNS: Partial<Record<string, string>> = {
  SYSBP: 'systolic',
  DIABP: 'diastolic',
  PULSE: 'pulse',
};

interface Finding {
  readonly figure: string;
  readonly why: string;
}

/** Why a row that a figure is about cannot be counted in it. */
const uncounted = (domain: DatedDomain, { row, day }: StudyRow, period: Period): Finding | undefined => {
  if (domain === 'LB') {
    const liver = liverResult(row);
    if (liver === undefined || liver.comparable) return undefined;
    return {
      figure: `laboratory.toDate.${liver.criterion}`,
      why: `of ${LIVER_WORDS[liver.criterion]} to date without a numeric result or an upper limit`,
    };
  }
  if (domain !== 'VS' || !isIn(period, day) || numeric(row, 'VSSTRESN') !== null) return undefined;
  const sign = VITAL_SIGNS[coded(row, 'VSTESTCD')];
  return sign === undefined
    ? undefined
    : { figure: `vitalSigns.inPeriod.${sign}`, why: 'of the period without a numeric result' };
};

const rowsSaid = (count: number): string => (count === 1 ? '1 row' : `${String(count)} rows`);

const foldUncounted = (period: Period) => {
  const tally = tallyCounts();
  return {
    add: (domain: DatedDomain, row: StudyRow) => {
      const finding = uncounted(domain, row, period);
      if (finding !== undefined) tally.add(`${finding.figure}|${finding.why}`);
    },
    result: () =>
      Object.entries(tally.result()).map(([key, count]) => {
        const [figure = '', why = ''] = key.split('|');
        return { figure, reason: `${rowsSaid(count)} ${why}: left out.` };
      }),
  };
};

const subjectsSaid = (count: number): string => (count === 1 ? '1 subject' : `${String(count)} subjects`);

/** Subjects of whom DM lacks what a figure needs. */
const foldSubjects = (unblinded: boolean) => {
  const arms = new Map<string, string>();
  const randomised = new Set<string>();
  const withoutSite = new Set<string>();
  return {
    add: (domain: DatedDomain, { subject, siteId, row }: StudyRow) => {
      if (siteId === null) withoutSite.add(subject);
      if (domain === 'DM') arms.set(subject, text(row, 'ARM'));
      if (domain === 'DS' && dispositionState(row) === 'randomised') randomised.add(subject);
    },
    result: () => {
      const armless = unblinded ? [...randomised].filter((subject) => !arms.get(subject)).length : 0;
      return [
        ...(withoutSite.size === 0
          ? []
          : [
              {
                figure: 'enrolment.bySite',
                reason: `${subjectsSaid(withoutSite.size)} with rows but without a site in DM: in the totals, in no site.`,
              },
            ]),
        ...(armless === 0
          ? []
          : [
              {
                figure: 'adverseEvents.byArm',
                reason: `${subjectsSaid(armless)} randomised without an ARM in DM: under NOT GIVEN.`,
              },
            ]),
      ];
    },
  };
};

/** Why a figure is not of every row, over the rows to date. */
export const foldNotComputed = ({
  period,
  unblinded,
}: {
  readonly period: Period;
  readonly unblinded: boolean;
}): Fold<DataQuality['notComputed']> => {
  const rows = foldUncounted(period);
  const subjects = foldSubjects(unblinded);
  return {
    on: onEveryDomain((domain, row) => {
      rows.add(domain, row);
      subjects.add(domain, row);
    }),
    result: () => [...rows.result(), ...subjects.result()],
  };
};
