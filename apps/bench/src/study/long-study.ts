/**
 * A study in which the same subjects are seen every week, for as many weeks as are wanted before the reported one: its
 * weeks are alike, whatever came before them.
 */
import { mkdir } from 'node:fs/promises';
import type { LocalDate } from '@rounds/contracts/period';
import type { SdtmRow } from '@rounds/contracts/received';
import { addDays } from '@rounds/studies/import/shift';
import { writeNdjson, type Rows } from './ndjson.ts';
import type { WeeklyStudy } from './weekly-study.ts';

const SITES = 5;
/** Beyond the 26 weeks that figures look back: what is more is history alone. */
const WEEKS = 30;
/** The Monday of the first reported week. */
const MONDAY: LocalDate = '2024-06-03';

const TESTS = ['ALT', 'AST', 'ALP', 'BILI', 'CREAT', 'GLUC', 'HGB', 'PLAT', 'SODIUM', 'WBC', 'K', 'CA'];
const VITALS = ['SYSBP', 'DIABP', 'PULSE', 'TEMP', 'WEIGHT', 'RESP'];

interface LongStudy {
  readonly studyId: string;
  /** Before the first reported one. */
  readonly weeks: number;
  readonly subjects: number;
}

const subjectOf = (n: number): string => `L-${701 + (n % SITES)}-${String(n).padStart(3, '0')}`;

function* demographics({ subjects }: LongStudy): Rows {
  for (let n = 0; n < subjects; n += 1)
    yield { USUBJID: subjectOf(n), SITEID: String(701 + (n % SITES)), ARM: 'Placebo', ARMCD: 'P' };
}

/** Each subject has a day of the week of their own. */
const dayOf = (n: number, monday: LocalDate): LocalDate => addDays(monday, n % 5);

const visits = (n: number, week: number, day: LocalDate): SdtmRow[] => [
  { USUBJID: subjectOf(n), VISITNUM: week + 1, VISIT: `WEEK ${week}`, SVSTDTC: day },
];

const results = (n: number, week: number, day: LocalDate): SdtmRow[] =>
  TESTS.map((code, index) => ({
    ...{ USUBJID: subjectOf(n), LBSEQ: week * TESTS.length + index + 1, LBTESTCD: code, LBTEST: code },
    ...{ LBSTRESN: 10 + ((n + index + week) % 40), LBSTRESU: 'U/L', LBSTNRLO: 5, LBSTNRHI: 45 },
    ...{ LBNRIND: 'NORMAL', VISITNUM: week + 1, VISIT: `WEEK ${week}`, LBDTC: day },
  }));

const vitals = (n: number, week: number, day: LocalDate): SdtmRow[] =>
  VITALS.map((code, index) => ({
    ...{ USUBJID: subjectOf(n), VSSEQ: week * VITALS.length + index + 1, VSTESTCD: code, VSTEST: code },
    ...{ VSSTRESN: 60 + ((n + index + week) % 70), VSSTRESU: 'U', VISITNUM: week + 1, VSDTC: day },
  }));

/** One in four weeks. */
const events = (n: number, week: number, day: LocalDate): SdtmRow[] =>
  (n + week) % 4 > 0
    ? []
    : [
        {
          ...{ USUBJID: subjectOf(n), AESEQ: week + 1, AETERM: 'headache', AEDECOD: 'HEADACHE' },
          ...{ AEBODSYS: 'Nervous system disorders', AESEV: 'MILD', AESER: 'N', AESTDTC: day, AEDTC: day },
        },
      ];

const DOMAINS = { SV: visits, LB: results, VS: vitals, AE: events } as const;
type Weekly = keyof typeof DOMAINS;

function* weekly(name: Weekly, { weeks, subjects }: LongStudy, from: number, to: number): Rows {
  for (let week = from; week <= to; week += 1) {
    const monday = addDays(MONDAY, 7 * (week - weeks));
    for (let n = 0; n < subjects; n += 1) yield* DOMAINS[name](n, week, dayOf(n, monday));
  }
}

/** Each row with what all of them have. */
function* of(studyId: string, name: string, rows: Rows): Rows {
  for (const row of rows) yield { STUDYID: studyId, DOMAIN: name, ...row };
}

/** As that of a `WeeklyStudy`: visits of the first reported week alone. */
const writeOpening = async (folder: string, study: LongStudy): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const { studyId, weeks } = study;
  await writeNdjson(folder, 'SV', () => of(studyId, 'SV', weekly('SV', study, weeks, weeks)));
};

/** Every row until the end of the week: 0 the first one that is reported, 1 the next. */
const writeUntil = async (folder: string, study: LongStudy, week: number): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const { studyId, weeks } = study;
  await writeNdjson(folder, 'DM', () => of(studyId, 'DM', demographics(study)));
  for (const name of Object.keys(DOMAINS) as Weekly[])
    await writeNdjson(folder, name, () => of(studyId, name, weekly(name, study, 0, weeks + week)));
};

/** @param factor how many times as long its history is */
export const longStudy = (factor: number, subjects: number): WeeklyStudy => {
  const study = { studyId: `LONG-${factor}`, weeks: WEEKS * factor, subjects };
  return {
    kind: 'made',
    studyId: study.studyId,
    opening: (folder) => writeOpening(folder, study),
    untilWeek: (week, folder) => writeUntil(folder, study, week),
  };
};
