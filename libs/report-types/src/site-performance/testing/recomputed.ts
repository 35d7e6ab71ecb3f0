/**
 * The figures of the report computed a second time, over whole tables instead of row by row and with nothing of
 * the product's own reading.
 */
import type { SdtmRow } from '@rounds/contracts/received';

export interface Arrived {
  readonly row: SdtmRow;
  /** Local day of arrival. */
  readonly arrived: string;
}

export type Tables = Readonly<Record<string, readonly Arrived[]>>;

const DAYS: Readonly<Record<string, readonly string[]>> = {
  DM: ['DMDTC'],
  AE: ['AEDTC', 'AESTDTC'],
  LB: ['LBDTC'],
  VS: ['VSDTC'],
  DS: ['DSSTDTC'],
  SV: ['SVSTDTC'],
  EX: ['EXSTDTC'],
  CM: ['CMDTC', 'CMSTDTC'],
  QUERIES: ['OPENDTC'],
};

const dayIn = (value: string): string => {
  const [, year, month = '01', date = '01'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(value) ?? [];
  return year === undefined ? '' : `${year}-${month}-${date}`;
};

const apart = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const nth = (values: readonly number[], share: number): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
};

const distinct = (rows: readonly { readonly subject: string }[]): number =>
  new Set(rows.map(({ subject }) => subject)).size;

export const recompute = (
  tables: Tables,
  [start, end]: [string, string],
  { overdueAfterDays, lateAfterDays }: { overdueAfterDays: number; lateAfterDays: number },
) => {
  const within = (day: string) => day >= start && day < end;
  const siteOf = new Map((tables.DM ?? []).map(({ row }) => [String(row.USUBJID), String(row.SITEID)]));
  const all = Object.entries(tables).flatMap(([domain, rows]) =>
    rows
      .map(({ row, arrived }) => {
        const variable = (DAYS[domain] ?? []).find((name) => String(row[name] ?? '') !== '') ?? '';
        const subject = String(row.USUBJID ?? '');
        const site = domain === 'QUERIES' ? String(row.SITEID) : siteOf.get(subject);
        return { domain, row, arrived, subject, site, day: dayIn(String(row[variable] ?? '')) };
      })
      .filter(({ day }) => day !== '' && day < end),
  );
  const records = all.filter(({ domain }) => domain !== 'QUERIES');
  const isImport = records.filter(({ arrived }) => within(arrived)).length * 2 > records.length;
  const anyQuery = all.length > records.length;

  const figures = (rows: typeof all) => {
    const of = (domain: string) => rows.filter((each) => each.domain === domain);
    const disposed = (takes: (decod: unknown, cat: unknown) => boolean) =>
      of('DS').filter(({ row }) => takes(row.DSDECOD, row.DSCAT));
    const states = {
      screened: of('DM'),
      randomised: disposed((decod, cat) => cat === 'PROTOCOL MILESTONE' && decod === 'RANDOMIZED'),
      screenFailures: disposed((decod, cat) => cat === 'DISPOSITION EVENT' && decod === 'SCREEN FAILURE'),
      completed: disposed((decod, cat) => cat === 'DISPOSITION EVENT' && decod === 'COMPLETED'),
      discontinued: disposed(
        (decod, cat) => cat === 'DISPOSITION EVENT' && decod !== 'COMPLETED' && decod !== 'SCREEN FAILURE',
      ),
    };
    const counted = (keep: (row: (typeof all)[number]) => boolean) => ({
      screened: distinct(states.screened.filter(keep)),
      randomised: distinct(states.randomised.filter(keep)),
      screenFailures: distinct(states.screenFailures.filter(keep)),
      completed: distinct(states.completed.filter(keep)),
      discontinued: distinct(states.discontinued.filter(keep)),
    });
    const toDate = counted(() => true);
    const visits = of('SV').filter(({ day }) => within(day));
    const events = of('AE');
    const sdtm = rows.filter(({ domain }) => domain !== 'QUERIES');
    const last =
      sdtm
        .map(({ day }) => day)
        .sort()
        .at(-1) ?? null;
    const lags = sdtm
      .filter(({ arrived }) => within(arrived))
      .map(({ day, arrived }) => Math.max(0, apart(day, arrived)));
    const known = !isImport && lags.length > 0;
    const queries = of('QUERIES').map(({ row, day }) => ({
      opened: day,
      answered: String(row.ANSWDTC ?? '') < end ? String(row.ANSWDTC ?? '') : '',
      closed: String(row.CLOSDTC ?? '') < end ? String(row.CLOSDTC ?? '') : '',
    }));
    const open = queries.filter(({ closed }) => closed === '').map(({ opened }) => apart(opened, end));
    const answers = queries
      .filter(({ answered }) => answered !== '')
      .map(({ opened, answered }) => apart(opened, answered));
    return {
      enrolment: {
        toDate: { ...toDate, ongoing: toDate.randomised - toDate.completed - toDate.discontinued },
        inPeriod: counted(({ day }) => within(day)),
        randomisedIn28Days: distinct(states.randomised.filter(({ day }) => apart(day, end) <= 28)),
      },
      visits: { inPeriod: visits.length, toDate: of('SV').length, subjectsInPeriod: distinct(visits) },
      events: {
        inPeriod: events.filter(({ day }) => within(day)).length,
        toDate: events.length,
        perRandomised:
          toDate.randomised === 0 ? null : Math.round((100 * events.length) / toDate.randomised) / 100,
      },
      silence: { lastActivity: last, days: last === null ? null : apart(last, end) - 1 },
      entryLag: {
        records: lags.length,
        median: known ? nth(lags, 0.5) : null,
        percentile90: known ? nth(lags, 0.9) : null,
        late: known ? lags.filter((days) => days > lateAfterDays).length : null,
      },
      queries: anyQuery
        ? {
            opened: queries.filter(({ opened }) => within(opened)).length,
            answered: queries.filter(({ answered }) => within(answered)).length,
            closed: queries.filter(({ closed }) => within(closed)).length,
            open: open.length,
            overdue: open.filter((days) => days > overdueAfterDays).length,
            oldestDays: nth(open, 1),
            medianDaysToAnswer: nth(answers, 0.5),
          }
        : null,
    };
  };
  const shown = new Set(all.map(({ site }) => site));
  return {
    all: figures(all),
    sites: Object.fromEntries(
      [...shown]
        .filter((site) => site !== undefined)
        .sort()
        .map((site) => [site, figures(all.filter((each) => each.site === site))]),
    ),
  };
};
