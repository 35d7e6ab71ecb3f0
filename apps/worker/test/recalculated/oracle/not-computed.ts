/** Which figures of the weekly report are not there, or not of every row, and why: docs/study-weekly.md, `notComputed`. */
import { CRITERIA, fills, lacks, termOf } from './codes.ts';
import { isRandomisation, randomisedBefore } from './enrolment.ts';
import { criterionOf, isBlood, isComparable, isOfSign, knowsLiver } from './findings.ts';
import { DOMAINS, type Held } from './held.ts';
import { sorted, valueOf, type Seen } from './seen.ts';

interface NotComputed {
  readonly figure: string;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

const MILESTONES = ['DS.DSCAT', 'DS.DSDECOD'];
const LIVER = ['LB.LBTESTCD', 'LB.LBSTRESN', 'LB.LBSTNRHI'];
const SIGNS = { SYSBP: 'systolic', DIABP: 'diastolic', PULSE: 'pulse' } as const;

/** What each figure needs. */
const needs = (held: Held, isUnblinded: boolean): Readonly<Record<string, readonly string[]>> => {
  const endings = fills(held, 'DS.EPOCH') ? [...MILESTONES, 'DS.DSSCAT'] : MILESTONES;
  const events = (of: string) => ({
    [`adverseEvents.${of}.serious`]: ['AE.AESER'],
    [`adverseEvents.${of}.seriousByCriterion`]: ['AE.AESER'],
    [`adverseEvents.${of}.fatal`]: ['AE.AEOUT'],
  });
  const signs = Object.values(SIGNS).map((sign) => [
    `vitalSigns.inPeriod.${sign}`,
    ['VS.VSTESTCD', 'VS.VSSTRESN', 'VS.VSSTRESU'],
  ]);
  return {
    ...Object.fromEntries(
      ['randomised', 'screenFailures'].map((name) => [`enrolment.toDate.${name}`, MILESTONES]),
    ),
    ...Object.fromEntries(
      ['completed', 'discontinued', 'ongoing'].map((name) => [`enrolment.toDate.${name}`, endings]),
    ),
    'visits.byVisit': ['SV.VISIT'],
    ...events('inPeriod'),
    ...events('toDate'),
    'adverseEvents.inPeriod.bySeverity': ['AE.AESEV'],
    'adverseEvents.toDate.bySoc': ['AE.AESOC'],
    'adverseEvents.toDate.byPreferredTerm': ['AE.AEDECOD'],
    ...(isUnblinded ? { 'adverseEvents.byArm': ['DM.ARM', ...MILESTONES] } : {}),
    'laboratory.inPeriod.outOfRange': ['LB.LBNRIND'],
    'laboratory.inPeriod.byTest': ['LB.LBTESTCD'],
    'attention.newLabSignals': LIVER,
    ...Object.fromEntries(
      ['altOrAst3xUln', 'bilirubin2xUln', 'hysLawCandidates'].map((name) => [
        `laboratory.toDate.${name}`,
        LIVER,
      ]),
    ),
    ...(Object.fromEntries(signs) as Record<string, string[]>),
  };
};

const lackingVariables = (held: Held, isUnblinded: boolean): NotComputed[] => {
  const lacking = (figure: string, variable: string): NotComputed => ({
    figure,
    code: 'variable-lacking',
    values: { variable },
  });
  const isNone = CRITERIA.every((variable) => lacks(held, variable));
  return [
    ...Object.entries(needs(held, isUnblinded)).flatMap(([figure, variables]) =>
      variables.filter((variable) => lacks(held, variable)).map((variable) => lacking(figure, variable)),
    ),
    ...(isNone
      ? ['inPeriod', 'toDate'].map((of) =>
          lacking(`adverseEvents.${of}.seriousByCriterion`, CRITERIA.join(', ')),
        )
      : []),
  ];
};

const some = (figure: string, code: string, values: NotComputed['values'], count: number): NotComputed[] =>
  count === 0 ? [] : [{ figure, code, values }];

const ofResults = (seen: Seen): NotComputed[] => {
  const { held, period } = seen;
  const liver = seen.toDate('LB', period.end).filter((row) => isBlood(held, row) && !isComparable(row));
  const tests = { altOrAst3xUln: 'ALT, AST', bilirubin2xUln: 'BILI' } as const;
  const ofLiver = Object.entries(tests).flatMap(([criterion, names]) => {
    const rows = knowsLiver(held) ? liver.filter((row) => criterionOf(row) === criterion).length : 0;
    return some(`laboratory.toDate.${criterion}`, 'results-not-comparable', { tests: names, rows }, rows);
  });
  const signs = seen.inPeriod('VS', period).filter(({ values }) => values.VSSTRESN === undefined);
  const ofSigns = Object.entries(SIGNS).flatMap(([test, name]) => {
    const rows = lacks(held, 'VS.VSSTRESN') ? 0 : signs.filter(isOfSign(test)).length;
    return some(`vitalSigns.inPeriod.${name}`, 'results-without-number', { rows }, rows);
  });
  return [...ofLiver, ...ofSigns];
};

const ofSubjects = (seen: Seen, isUnblinded: boolean): NotComputed[] => {
  const { held, period, uncertain, people } = seen;
  const unplaced = DOMAINS.flatMap((domain) => seen.toDate(domain, period.end))
    .filter(({ site, subject }) => site === null && !uncertain.has(subject))
    .map(({ subject }) => subject);
  const armsOf = (subject: string) =>
    sorted(
      people
        .filter((row) => row.subject === subject)
        .map((row) => valueOf(row, 'ARM'))
        .filter(Boolean),
    );
  const randomised = isUnblinded
    ? sorted(randomisedBefore(seen, period.end).map(({ subject }) => subject))
    : [];
  const without = lacks(held, 'DM.ARM')
    ? 0
    : randomised.filter((subject) => armsOf(subject).length === 0).length;
  const several = randomised.filter((subject) => armsOf(subject).length > 1).length;
  const subjects = new Set(unplaced).size;
  return [
    ...some('enrolment.bySite', 'subjects-without-site', { subjects }, subjects),
    ...some('adverseEvents.byArm', 'subjects-without-arm', { subjects: without }, without),
    ...some('adverseEvents.byArm', 'subjects-of-several-arms', { subjects: several }, several),
  ];
};

/** "A disposition that tells neither, in a study that tells either elsewhere" */
const ofNoPart = (seen: Seen): NotComputed[] => {
  const { held, period } = seen;
  if (!fills(held, 'DS.DSSCAT') && !fills(held, 'DS.EPOCH')) return [];
  const rows = seen
    .toDate('DS', period.end)
    .filter((row) => termOf(held, 'DS.DSCAT', row) === 'DISPOSITION EVENT' && !isRandomisation(held, row))
    .filter((row) => valueOf(row, 'DSSCAT') === '' && valueOf(row, 'EPOCH') === '').length;
  const isKnown = !['DS.DSCAT', 'DS.DSDECOD', 'DS.DSSCAT'].some((variable) => lacks(held, variable));
  return some(
    `enrolment.toDate.${isKnown ? 'ongoing' : 'screenFailures'}`,
    'dispositions-of-no-part',
    { rows },
    rows,
  );
};

/** Not yet of values that are not given or not understood in some rows. */
export const notComputed = (seen: Seen, isUnblinded: boolean, planned: number | null): NotComputed[] => {
  const { held, sites } = seen;
  const isLackingPlan = sites === 'all' && planned === null;
  const isRefused =
    sites !== 'all' &&
    Object.entries(held.delivered).some(
      ([name, { refused }]) => refused > 0 && !/TRAINING|QUERIES/.test(name),
    );
  return [
    ...some('enrolment.toDate.planned', 'parameter-lacking', { parameter: 'PLANSUB' }, Number(isLackingPlan)),
    ...lackingVariables(held, isUnblinded),
    ...ofResults(seen),
    ...ofSubjects(seen, isUnblinded),
    ...ofNoPart(seen),
    ...some('dataQuality.refusedAtImport', 'refused-of-no-site', {}, Number(isRefused)),
  ];
};
