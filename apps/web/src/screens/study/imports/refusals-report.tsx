import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from '../../../design/button.tsx';
import { notDone } from '../../../design/fault.tsx';
import { Select } from '../../../design/select.tsx';
import { Table } from '../../../design/table.tsx';
import { tell } from '../../../design/tidings.tsx';
import { saveFile } from '../../../model/save-file.ts';
import { useVoice } from '../../../words/voice-context.tsx';
import type { ImportDetails } from '../overview/deliveries.ts';
import { changedBy } from '../search.ts';
import { readRefusals } from './imports.queries.ts';
import { FILTERS, NO_DOMAIN, toCsv, toJson, type Filter, type Filters, type Refusal } from './refusals.ts';
import type { Refusals } from './use-refusals.ts';

const route = getRouteApi('/inside/studies/$studyId/imports/$importId');

type Facets = NonNullable<NonNullable<ImportDetails['refusals']>['facets']>;

interface FilterFieldProps {
  readonly filter: Filter;
  readonly facets: Facets | null;
  readonly value: string;
}

function FilterField({ filter, facets, value }: FilterFieldProps) {
  const { say, number } = useVoice();
  const navigate = route.useNavigate();
  const offered = facets?.[filter] ?? [];
  const isKnown = value === '' || offered.some((facet) => facet.value === value);
  const options = isKnown ? offered : [...offered, { value, rows: 0 }];
  if (options.length === 0) return null;
  return (
    <Select
      label={say(`refusal.${filter}`)}
      value={value}
      options={[
        { id: '', label: say('filter.all') },
        ...options.map((facet) => ({
          id: facet.value,
          label: `${facet.value === NO_DOMAIN ? '–' : facet.value} (${number(facet.rows)})`,
        })),
      ]}
      onChange={(chosen) => void navigate({ search: changedBy(filter, chosen), replace: true })}
    />
  );
}

const FILES = {
  csv: { type: 'text/csv;charset=utf-8', write: toCsv },
  json: { type: 'application/json', write: toJson },
} as const;

interface DownloadProps {
  readonly kind: keyof typeof FILES;
  readonly details: ImportDetails;
  readonly filters: Filters;
}

/** Of all rows that the filters leave, also those that are not in sight yet. */
function Download({ kind, details: { studyId, id }, filters }: DownloadProps) {
  const { say } = useVoice();
  const { type, write } = FILES[kind];
  const { mutate, isPending } = useMutation({
    mutationFn: () => readRefusals(studyId, id, filters),
    onSuccess: (rows) => {
      saveFile(`${studyId}-${id}.${kind}`, new Blob([write(rows)], { type }));
    },
    onError: (error) => {
      tell(notDone(say, error));
    },
  });
  return (
    <Button
      isPending={isPending}
      onPress={() => {
        mutate();
      }}
    >
      {say(`refusals.${kind}`)}
    </Button>
  );
}

function Faults({ row: { faults } }: { readonly row: Refusal }) {
  return (
    <ul role="list" lang="en">
      {faults.map(({ field, rule }) => (
        <li key={`${field} ${rule}`}>
          <strong>{field}</strong> {rule}
        </li>
      ))}
    </ul>
  );
}

function Rows({ rows }: { readonly rows: readonly Refusal[] }) {
  const { say, number } = useVoice();
  return (
    <Table
      label={say('refusals.title')}
      rows={rows}
      keyOf={(each) => `${each.file ?? each.domain} ${each.row} ${rows.indexOf(each)}`}
      columns={[
        { id: 'row', head: say('refusal.row'), cell: ({ row }) => number(row) },
        { id: 'file', head: say('file'), cell: ({ file }) => file ?? say('withheld') },
        { id: 'domain', head: say('domain'), cell: ({ domain }) => domain ?? '–' },
        { id: 'why', head: say('refusal.why'), cell: (row) => <Faults row={row} /> },
      ]}
    />
  );
}

interface RefusalsReportProps extends Pick<Refusals, 'query' | 'filters' | 'rows'> {
  readonly details: ImportDetails;
}

export function RefusalsReport({ details, query, filters, rows }: RefusalsReportProps) {
  const { say } = useVoice();
  const { refusals, refused } = details;
  const isFiltered = Object.keys(filters).length > 0;
  if (refusals === null) return <p className="note">{say('refusals.not-for-some-sites')}</p>;
  if (refusals.found === 0 && !isFiltered) return <p>{say('refusals.none')}</p>;
  return (
    <section className="study-section" aria-labelledby="refusals">
      <h3 id="refusals">{say('refusals.title')}</h3>
      <div className="filters">
        {FILTERS.map((filter) => (
          <FilterField key={filter} filter={filter} facets={refusals.facets} value={filters[filter] ?? ''} />
        ))}
      </div>
      <p role="status">{say('refusals.found', { n: refusals.found ?? 0, all: refused })}</p>
      <div className="page-actions">
        <Download kind="csv" details={details} filters={filters} />
        <Download kind="json" details={details} filters={filters} />
      </div>
      <Rows rows={rows} />
      {query.hasNextPage && (
        <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {say('show-more')}
        </Button>
      )}
    </section>
  );
}
