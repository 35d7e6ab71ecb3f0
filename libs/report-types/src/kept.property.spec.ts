/**
 * What is kept of rows of the past stands for them: a report that takes it up says what one says that reads every row,
 * however those rows were parted and by whichever reader's mask.
 */
import type { CutDataset } from '@rounds/contracts/cut';
import type { SdtmRow } from '@rounds/contracts/received';
import { sdtmRow } from '@rounds/adapters/testing/rows';
import fc from 'fast-check';
import type { Aggregator, Reading } from './aggregator.ts';
import { AGGREGATORS } from './aggregators.ts';
import { addDays } from './folds/days.ts';
import { feed } from './folds/fold.ts';
import { windowsStart } from './folds/weeks.ts';
import { PERIOD, studyRows, type Rows, type ToldRow } from './testing/fold-rows.ts';
import { knownOfRows } from './testing/known.ts';
import { readingOf } from './testing/reading.ts';

const OLD = windowsStart(PERIOD);

const day = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -400, max: -1 }).map((days) => addDays(OLD, days)) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 200 }).map((days) => addDays(OLD, days)) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }).map((days) => addDays(PERIOD.start, days)) },
);
const subject = fc.constantFrom('S1', 'S2', 'S3', 'S6');
const number = fc.option(fc.constantFrom(1, 2, 5, 60, 100, 120, 200, '<5', '12.5', ''), { nil: undefined });
const from = (...values: (string | undefined)[]) => fc.constantFrom(...values);

const rowsOf = (
  domain: Parameters<typeof sdtmRow>[0],
  date: string,
  variables: Record<string, fc.Arbitrary<unknown>>,
) =>
  fc.array(
    fc
      .record({ USUBJID: subject, [date]: day, ...variables })
      .map((values): SdtmRow => sdtmRow(domain, values as Record<string, string | number>)),
    { maxLength: 25 },
  );

const flag = from('Y', 'N', 'y', '1', '', undefined, 'perhaps');

const study: fc.Arbitrary<Rows> = fc.record({
  DM: fc.array(
    fc
      .record({
        USUBJID: subject,
        DMDTC: fc.oneof(day, fc.constant('')),
        SITEID: from('701', '702', '703'),
        ARM: from('Placebo', 'High', ''),
        DTHFL: flag,
      })
      .map((values) => sdtmRow('DM', values as Record<string, string>)),
    { maxLength: 7 },
  ),
  DS: rowsOf('DS', 'DSSTDTC', {
    DSCAT: from('PROTOCOL MILESTONE', 'DISPOSITION EVENT', 'OTHER EVENT', '?'),
    DSSCAT: from('STUDY PARTICIPATION', 'STUDY TREATMENT', undefined),
    DSDECOD: from('RANDOMIZED', 'COMPLETED', 'SCREEN FAILURE', 'DEATH', 'Lost to follow-up', 'High'),
    EPOCH: from('SCREENING', 'TREATMENT', undefined),
    DSSEQ: fc.integer({ min: 1, max: 3 }),
  }),
  AE: rowsOf('AE', 'AEDTC', {
    AESER: flag,
    AESEV: from('MILD', 'SEVERE', 'Severe ', '3', undefined),
    AEDECOD: from('HEADACHE', 'NAUSEA', 'High', 'Placebo', undefined),
    AESOC: from('NERVOUS', 'Placebo effect', undefined),
    AEOUT: from('FATAL', 'RECOVERED/RESOLVED', 'unknown?'),
    AESHOSP: flag,
    AETOXGR: from('5', '2', undefined),
  }),
  LB: rowsOf('LB', 'LBDTC', {
    LBTESTCD: from('ALT', 'AST', 'BILI', 'GLUC'),
    LBNRIND: from('HIGH', 'LOW', 'ABNORMAL', 'NORMAL', 'h', '??'),
    LBSPEC: from('SERUM', 'SERUM', 'SERUM', 'URINE', undefined, 'spittle'),
    LBSTRESN: fc.oneof(fc.constantFrom(200, 400), number),
    LBSTNRHI: fc.oneof(fc.constantFrom(40, 60), number),
  }),
  VS: rowsOf('VS', 'VSDTC', {
    VSTESTCD: from('SYSBP', 'PULSE'),
    VSSTRESN: number,
    VSSTRESU: from('mmHg', 'kPa'),
  }),
  SV: rowsOf('SV', 'SVSTDTC', {
    VISIT: from('WEEK 1', 'WEEK 2', 'High', undefined),
    VISITNUM: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  }),
  EX: rowsOf('EX', 'EXSTDTC', {}),
  CM: rowsOf('CM', 'CMSTDTC', {}),
});

/** Parts the old rows at random, in the order of days, and each part by site. */
const partsOf = (rows: readonly ToldRow[], borders: readonly string[]): ToldRow[][] => {
  const parts = new Map<string, ToldRow[]>();
  for (const told of rows) {
    const range = borders.filter((border) => border <= (told.row.day ?? '')).length;
    const name = `${String(range)}|${told.domain}|${told.row.siteId ?? '-'}`;
    parts.set(name, [...(parts.get(name) ?? []), told]);
  }
  return [...parts.values()];
};

const tell = (fold: ReturnType<Aggregator['fold']>, rows: readonly ToldRow[]) => {
  for (const { domain, row } of rows) feed(fold, domain, row);
  return fold;
};

const isOld = ({ keeps = [] }: Aggregator, { domain, row }: ToldRow): boolean =>
  (keeps as readonly CutDataset[]).includes(domain) && row.day !== null && row.day < OLD;

const contentOf = (fold: ReturnType<Aggregator['fold']>) => {
  const { content, quality } = fold.result();
  return JSON.parse(JSON.stringify({ content, quality })) as unknown;
};

const hideArms: Reading['label'] = (value) => value.replaceAll(/Placebo|High/g, '[treatment]');

const READERS = {
  unblinded: {},
  blinded: { scope: { sites: 'all', unblinded: false }, label: hideArms },
} as const;

describe.each(Object.entries(AGGREGATORS as Record<string, Aggregator>))('%s', (_type, aggregator) => {
  it.each(Object.entries(READERS))('says the same of what was kept as of every row: %s', (_reader, seen) => {
    fc.assert(
      fc.property(study, fc.array(day, { maxLength: 6 }), (rows, borders) => {
        const all = studyRows(rows).map(({ domain, row }) => ({
          domain,
          row: { ...row, receivedAt: `${row.day ?? OLD}T12:00:00.000Z` },
        }));
        const reading = readingOf({ ...seen, known: knownOfRows(rows), uncertain: new Set(['S6']) });
        const whole = tell(aggregator.fold(reading), all);
        const joined = aggregator.fold(reading);
        // Whoever keeps something masks nothing: it serves every reader.
        const keeping = { ...reading, label: readingOf({}).label };
        for (const part of partsOf(
          all.filter((told) => isOld(aggregator, told)),
          borders,
        ))
          joined.absorb(JSON.parse(JSON.stringify(tell(aggregator.fold(keeping), part).save())));
        tell(
          joined,
          all.filter((told) => !isOld(aggregator, told)),
        );
        expect(contentOf(joined)).toEqual(contentOf(whole));
      }),
      { numRuns: 25 },
    );
  });
});
