/** What the reader must know of the rows before trusting the figures. */
import type { NotComputed } from '@rounds/contracts/dataset';
import type { LocalDate, Period } from '@rounds/contracts/period';
import type { Reading } from '../../aggregator.ts';
import { foldRandomised } from '../../folds/disposition.ts';
import { combine, onEveryDomain, type Fold } from '../../folds/fold.ts';
import { keepAll, keepSet } from '../../folds/kept.ts';
import { LIVER_WORDS, isLiverKnown, liverResult } from '../../folds/liver.ts';
import { NOT_GIVEN, coded, isIn, numeric } from '../../folds/study-row.ts';
import { tallyCounts } from '../../folds/tally.ts';
import { isSign } from '../../folds/units.ts';
import { foldOfNoPart } from '../../quality/of-no-part.ts';
import type { Known } from '../../terms/known.ts';
import { foldArms } from './by-arm.ts';
import { SIGNS } from './vital-signs.ts';

/** Rows that a figure is about and cannot count. */
const foldUncounted = (period: Period, known: Known): Fold<readonly NotComputed[]> => {
  const [liver, signs] = [tallyCounts(), tallyCounts()];
  const [knowsLiver, knowsSigns] = [isLiverKnown(known), !known.lacks('VS.VSSTRESN')];
  return {
    ...keepAll({ liver }),
    on: {
      LB: ({ row }) => {
        const result = knowsLiver ? liverResult(row, known) : undefined;
        if (result?.comparable === false) liver.add(result.criterion);
      },
      VS: ({ row, day }) => {
        if (!knowsSigns || !isIn(period, day)) return;
        const sign = coded(row, 'VSTESTCD');
        if (isSign(sign) && numeric(row, 'VSSTRESN') === null) signs.add(SIGNS[sign]);
      },
    },
    result: () => [
      ...Object.entries(liver.result()).map(([criterion, rows]) => ({
        figure: `laboratory.toDate.${criterion}`,
        code: 'results-not-comparable' as const,
        values: { tests: LIVER_WORDS[criterion as keyof typeof LIVER_WORDS], rows },
      })),
      ...Object.entries(signs.result()).map(([sign, rows]) => ({
        figure: `vitalSigns.inPeriod.${sign}`,
        code: 'results-without-number' as const,
        values: { rows },
      })),
    ],
  };
};

const aboutSubjects = (
  figure: string,
  code: 'subjects-without-site' | 'subjects-without-arm' | 'subjects-of-several-arms',
  subjects: number,
): NotComputed[] => (subjects === 0 ? [] : [{ figure, code, values: { subjects } }]);

/** Subjects with rows to date whose site DM does not know; those of several sites are named elsewhere. */
const foldWithoutSite = (end: LocalDate, uncertain: ReadonlySet<string>): Fold<ReadonlySet<string>> => {
  const found = keepSet();
  return {
    on: onEveryDomain(end, (_domain, { subject, siteId }) => {
      if (siteId === null) found.add(subject);
    }),
    result: () => new Set([...found.values].filter((subject) => !uncertain.has(subject))),
    save: found.save,
    absorb: found.absorb,
  };
};

/** Randomised subjects, by whether DM tells one arm of them. */
const foldArmless = (known: Known) => {
  const [arms, drawn] = [foldArms(), foldRandomised(known)];
  return {
    ...keepAll({ arms, drawn }),
    on: { ...arms.on, ...drawn.on },
    result: () => {
      const { arms: named, several } = arms.result();
      const randomised = [...drawn.result()];
      const lacking = randomised.filter(
        (subject) => (named.get(subject) ?? NOT_GIVEN) === NOT_GIVEN && !several.has(subject),
      );
      return {
        lacking: known.lacks('DM.ARM') ? 0 : lacking.length,
        several: randomised.filter((subject) => several.has(subject)).length,
      };
    },
  };
};

/** Why a figure is not of every row, over the rows to date: what is not about single variables. */
export const foldNotComputed = ({
  period,
  scope: { unblinded },
  known,
  uncertain,
}: Pick<Reading, 'period' | 'scope' | 'known' | 'uncertain'>): Fold<readonly NotComputed[]> => {
  const subjects = combine({
    withoutSite: foldWithoutSite(period.end, uncertain),
    armless: foldArmless(known),
    rows: foldUncounted(period, known),
    ofNoPart: foldOfNoPart('enrolment.toDate', known),
  });
  return {
    ...subjects,
    result: () => {
      const { withoutSite, armless, rows: uncounted, ofNoPart } = subjects.result();
      const [lacking, several] = unblinded ? [armless.lacking, armless.several] : [0, 0];
      return [
        ...ofNoPart,
        ...uncounted,
        ...aboutSubjects('enrolment.bySite', 'subjects-without-site', withoutSite.size),
        ...aboutSubjects('adverseEvents.byArm', 'subjects-without-arm', lacking),
        ...aboutSubjects('adverseEvents.byArm', 'subjects-of-several-arms', several),
      ];
    },
  };
};
