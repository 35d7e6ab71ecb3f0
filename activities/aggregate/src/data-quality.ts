/** What the dataset says about the data themselves, and what that leaves in doubt. */
import type { DataQuality, Dataset, LastDelivery, NotComputed } from '@rounds/contracts/dataset';
import { defined } from '@rounds/contracts/defined';
import { DAY_MS } from '@rounds/contracts/durations';
import { localDateAt } from '@rounds/contracts/schedule-arithmetic';
import type { Aggregator, WithPrevious } from '@rounds/report-types/aggregator';
import { doubtsOf } from '@rounds/report-types/quality/doubts';
import type { StageInput } from './stage-input.ts';
import type { ReadRows } from './read-rows.ts';

/** A refused row has no site that can be trusted, so readers of some sites see none of them. */
const refusedIn = ({ scope, cut }: StageInput) => {
  const refused = cut.manifest.refusedAtImport;
  const isSaid = scope.sites === 'all';
  const somewhere = isSaid ? [] : Object.keys(refused).filter((domain) => (refused[domain] ?? 0) > 0);
  const notComputed: NotComputed[] =
    somewhere.length === 0
      ? []
      : [{ figure: 'dataQuality.refusedAtImport', code: 'refused-of-no-site', values: {} }];
  return { refusedAtImport: isSaid ? refused : {}, somewhere, notComputed };
};

type Manifest = StageInput['cut']['manifest'];

const staleness = (
  { at, leftOutAt }: { readonly at: string; readonly leftOutAt?: string },
  { period, timeZone, cutAt, maximumAgeDays }: Manifest,
): LastDelivery['stale'] => {
  if (leftOutAt !== undefined) return 'leftOut';
  if (localDateAt(Date.parse(at), timeZone) < period.start) return 'beforePeriod';
  const age = (Date.parse(cutAt) - Date.parse(at)) / DAY_MS;
  return maximumAgeDays !== undefined && age > maximumAgeDays ? 'tooOld' : undefined;
};

const lastDeliveries = (
  { domains }: Pick<Aggregator, 'domains'>,
  { cut: { manifest } }: StageInput,
): Record<string, LastDelivery> =>
  Object.fromEntries(
    domains.flatMap((domain) => {
      const delivery = manifest.deliveries[domain];
      if (delivery === undefined) return [];
      const { at, rows, by } = delivery;
      const stale = staleness(delivery, manifest);
      return [[domain, { at, rows, by, ...defined({ stale }) }]];
    }),
  );

/** Readers of some sites learn how many they do not see, and not who. */
const uncertainSites = ({
  scope: { sites },
  cut: { uncertain },
}: StageInput): DataQuality['uncertainSites'] => {
  if (sites !== 'all')
    return { subjects: uncertain.filter((each) => each.sites?.some((site) => sites.includes(site))).length };
  return {
    subjects: uncertain.length,
    listed: uncertain.map(({ subject, sites: named = [] }) => ({ subject, sites: named })),
  };
};

export const dataQualityOf = (
  aggregator: Pick<Aggregator, 'domains' | 'showsDocuments'>,
  input: StageInput,
  { made: { quality }, partialDates, dayless }: ReadRows<unknown>,
): DataQuality => {
  const refused = refusedIn(input);
  return {
    partialDates,
    undatedRows: dayless.undated,
    implausibleDates: dayless.implausible,
    withoutDay: dayless.named,
    refusedAtImport: refused.refusedAtImport,
    notComputed: [...quality.notComputed, ...refused.notComputed],
    mapped: quality.mapped,
    notUnderstood: quality.notUnderstood,
    unreadableCells: quality.unreadableCells,
    converted: quality.converted ?? [],
    lastDelivery: lastDeliveries(aggregator, input),
    uncertainSites: uncertainSites(input),
    // Readers of some sites see how many there are: a name may reveal people of other sites.
    ...(aggregator.showsDocuments === true && {
      refusedDocuments: (input.cut.manifest.refusedDocuments ?? []).map(({ fileName, code }) =>
        fileName === undefined || input.scope.sites !== 'all' ? { code } : { fileName, code },
      ),
    }),
  };
};

/** The content with what could have changed its first page, where it has one that could be calm. */
export const doubtsIn = <Content extends WithPrevious>(
  { urgent }: Aggregator<Content>,
  content: Content,
  { dataQuality, changes }: Dataset,
  input: StageInput,
  { made, last, dayless }: ReadRows<Content>,
): Content => {
  if (urgent === undefined) return content;
  // The last report named a death without a day, or this one says that it did not.
  const found = made.quality.doubts.filter(({ code }) => code !== 'deaths-undated' || last === undefined);
  const doubts = doubtsOf(urgent, {
    found,
    dayless: dayless.urgent,
    quality: dataQuality,
    refusedSomewhere: refusedIn(input).somewhere,
    sites: input.scope.sites,
    timeZone: input.cut.manifest.timeZone,
    notCompared: changes.notCompared,
  });
  return urgent.withDoubts(content, doubts);
};
