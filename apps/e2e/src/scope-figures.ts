/** A few figures of some sites of the real study, computed from its files without any of the product's code. */
import { readRealStudy } from '@rounds/adapters/testing/real-study';
import type { Period } from '@rounds/contracts/period';

type Row = ReturnType<typeof readRealStudy>[number];

/** `2013-08` is 2013-08-01, `2013` is 2013-01-01; no date is no day. */
const firstDay = (date: unknown): string =>
  typeof date === 'string' ? date.slice(0, 10) + '-01-01'.slice(Math.min(10, date.length) - 4) : '';

export const figuresOfSites = (sites: readonly string[], { start, end }: Period) => {
  const demographics = readRealStudy('DM').filter(({ SITEID }) => sites.includes(String(SITEID)));
  const subjects = new Set(demographics.map(({ USUBJID }) => USUBJID));
  const ofScope = (rows: readonly Row[]): Row[] =>
    rows.filter(({ USUBJID }) => USUBJID !== undefined && subjects.has(USUBJID));
  const toDate = (rows: readonly Row[], variable: (row: Row) => unknown): Row[] =>
    rows.filter((row) => firstDay(variable(row)) !== '' && firstDay(variable(row)) < end);
  const randomisations = ofScope(readRealStudy('DS')).filter(
    ({ DSCAT, DSDECOD }) => DSCAT === 'PROTOCOL MILESTONE' && DSDECOD === 'RANDOMIZED',
  );
  const dayOfEvent = ({ AEDTC, AESTDTC }: Row): unknown => AEDTC ?? AESTDTC;
  const events = toDate(ofScope(readRealStudy('AE')), dayOfEvent);
  return {
    screened: toDate(demographics, ({ DMDTC }) => DMDTC).length,
    randomised: new Set(toDate(randomisations, ({ DSSTDTC }) => DSSTDTC).map(({ USUBJID }) => USUBJID)).size,
    events: events.length,
    eventsInPeriod: events.filter((row) => firstDay(dayOfEvent(row)) >= start).length,
  };
};

/** CDISC's words for a subject without treatment: they tell no arm. */
const NO_TREATMENT = ['Screen Failure', 'Scrnfail', 'Not Assigned', 'Not Treated'];

/** What may not reach a blinded reader, as the study's own files write it. */
export const treatmentsOfStudy = (): string[] => {
  const values = [
    ...readRealStudy('DM').flatMap(({ ARM, ACTARM, ARMCD, ACTARMCD }) => [ARM, ACTARM, ARMCD, ACTARMCD]),
    ...readRealStudy('EX').map(({ EXTRT }) => EXTRT),
  ].map(String);
  return [...new Set(values)].filter((value) => !NO_TREATMENT.includes(value)).sort();
};
