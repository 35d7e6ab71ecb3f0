/**
 * The figures of the report computed a second time, over whole tables instead of row by row and with nothing of
 * the product's own reading: what both agree on is not one slip made once.
 */
import type { SdtmRow } from '@rounds/contracts/received';

export type Tables = Readonly<Record<'DM' | 'DS' | 'AE' | 'LB', readonly SdtmRow[]>>;

const day = (value: string | number | undefined | null): string => {
  const [, year, month = '01', date = '01'] =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(String(value ?? '')) ?? [];
  return year === undefined ? '' : `${year}-${month}-${date}`;
};

const distinct = (rows: readonly SdtmRow[]): number => new Set(rows.map((row) => row.USUBJID)).size;

const counted = (rows: readonly SdtmRow[]) => ({ events: rows.length, subjects: distinct(rows) });

const micro = (value: unknown): number => Math.round(Number(value) * 1e6);

const isFatal = (row: SdtmRow): boolean => row.AEOUT === 'FATAL' || row.AESDTH === 'Y';

const meets = (row: SdtmRow): 'T' | 'B' | '' => {
  const [value, limit] = [micro(row.LBSTRESN ?? NaN), micro(row.LBSTNRHI ?? NaN)];
  if (!(limit > 0)) return '';
  if (row.LBTESTCD === 'BILI') return value >= 2 * limit ? 'B' : '';
  return (row.LBTESTCD === 'ALT' || row.LBTESTCD === 'AST') && value >= 3 * limit ? 'T' : '';
};

export const recompute = (tables: Tables, [start, end]: [string, string], severities: readonly string[]) => {
  const toDate = (date: string) => date !== '' && date < end;
  const within = (date: string) => date >= start && date < end;
  const events = tables.AE.map((row) => ({ row, date: day(row.AEDTC ?? row.AESTDTC) })).filter(({ date }) =>
    toDate(date),
  );
  const kinds = {
    all: () => true,
    serious: (row: SdtmRow) => row.AESER === 'Y',
    seriousByCriterion: (row: SdtmRow) =>
      row.AESER === 'N' &&
      ['AESDTH', 'AESHOSP', 'AESLIFE', 'AESDISAB', 'AESCONG', 'AESMIE', 'AESCAN'].some(
        (name) => row[name] === 'Y',
      ),
    severe: (row: SdtmRow) => severities.includes(String(row.AESEV)),
    fatal: isFatal,
    possibleDeaths: (row: SdtmRow) =>
      !isFatal(row) && (String(row.AETOXGR) === '5' || row.AEDTHDTC !== undefined),
    notable: (row: SdtmRow) => row.AESER === 'Y' || isFatal(row) || severities.includes(String(row.AESEV)),
  };
  const byKind = (rows: readonly SdtmRow[]) =>
    Object.fromEntries(Object.entries(kinds).map(([name, takes]) => [name, counted(rows.filter(takes))]));
  const ever = events.map(({ row }) => row);
  const randomised = new Set(
    tables.DS.filter(
      (row) => row.DSCAT === 'PROTOCOL MILESTONE' && row.DSDECOD === 'RANDOMIZED' && toDate(day(row.DSSTDTC)),
    ).map((row) => row.USUBJID),
  );
  const outside = (rows: readonly SdtmRow[]) => distinct(rows.filter((row) => !randomised.has(row.USUBJID)));
  const terms = (variable: string) =>
    Object.fromEntries(
      [...new Set(ever.filter(kinds.notable).map((row) => String(row[variable])))].map((term) => {
        const { all, serious, severe, notable } = byKind(ever.filter((row) => row[variable] === term));
        return [
          term,
          {
            all,
            serious,
            severe,
            notable,
            notRandomised: outside(ever.filter((row) => row[variable] === term)),
          },
        ];
      }),
    );

  const deaths = new Map<string, string[]>();
  const dies = (subject: unknown, date: string) => {
    deaths.set(String(subject), [...(deaths.get(String(subject)) ?? []), date]);
  };
  for (const row of tables.DM)
    if (row.DTHFL === 'Y' && toDate(day(row.DTHDTC))) dies(row.USUBJID, day(row.DTHDTC));
  for (const row of tables.DS)
    if (row.DSDECOD === 'DEATH' && toDate(day(row.DSSTDTC))) dies(row.USUBJID, day(row.DSSTDTC));
  for (const { row, date } of events) if (isFatal(row)) dies(row.USUBJID, date);

  const met = tables.LB.map((row) => ({
    subject: String(row.USUBJID),
    date: day(row.LBDTC),
    kind: meets(row),
  }))
    .filter(({ kind, date }) => kind !== '' && toDate(date))
    .sort((a, b) => a.date.localeCompare(b.date));
  const firsts = new Map(
    [...met].reverse().map(({ subject, kind, date }) => [`${kind}${subject}`, date] as const),
  );
  const transaminases = new Set(met.filter(({ kind }) => kind === 'T').map(({ subject }) => subject));
  const bilirubins = new Set(met.filter(({ kind }) => kind === 'B').map(({ subject }) => subject));
  const candidates = [...transaminases].filter((subject) => bilirubins.has(subject)).sort();
  const since = (subject: string) =>
    [firsts.get(`T${subject}`) ?? '', firsts.get(`B${subject}`) ?? ''].sort().at(-1) ?? '';

  return {
    subjects: {
      screened: distinct(tables.DM.filter((row) => toDate(day(row.DMDTC)))),
      randomised: randomised.size,
    },
    events: {
      inPeriod: byKind(events.filter(({ date }) => within(date)).map(({ row }) => row)),
      toDate: {
        ...byKind(ever),
        notRandomised: outside(ever),
        bySoc: terms('AESOC'),
        byPreferredTerm: terms('AEDECOD'),
      },
    },
    deaths: {
      inPeriod: [...deaths.values()].filter((dates) => dates.some(within)).length,
      toDate: deaths.size,
    },
    liver: {
      inPeriod: {
        results: met.filter(({ date }) => within(date)).length,
        newSignals: [...firsts.values()].filter(within).length,
        newCandidates: candidates.filter((subject) => within(since(subject))).length,
      },
      toDate: {
        altOrAst3xUln: transaminases.size,
        bilirubin2xUln: bilirubins.size,
        hysLawCandidates: candidates,
      },
    },
  };
};
