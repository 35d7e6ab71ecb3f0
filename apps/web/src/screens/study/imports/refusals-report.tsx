import { useState } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from '../../../design/button.tsx';
import { Select } from '../../../design/select.tsx';
import { Table } from '../../../design/table.tsx';
import { saveFile } from '../../../model/save-file.ts';
import { useVoice } from '../../../words/voice-context.tsx';
import type { ImportDetails } from '../overview/deliveries.ts';
import { changedBy } from '../search.ts';
import {
  facetsOf,
  FILTERS,
  matching,
  toCsv,
  toJson,
  type Filter,
  type Filters,
  type Refusal,
} from './refusals.ts';

const route = getRouteApi('/inside/studies/$studyId/imports/$importId');

/** Long lists are shown by parts: a browser is slow with thousands of lines. */
const SHOWN_AT_ONCE = 100;

interface RefusalsProps {
  readonly details: ImportDetails;
  readonly rows: readonly Refusal[];
  /** More of them come by themselves. */
  readonly isReading: boolean;
  /** There are more than are read by themselves. */
  readonly readMore: (() => unknown) | undefined;
}

interface FilterFieldProps {
  readonly filter: Filter;
  readonly rows: readonly Refusal[];
  readonly filters: Filters;
}

function FilterField({ filter, rows, filters }: FilterFieldProps) {
  const { say, number } = useVoice();
  const navigate = route.useNavigate();
  const facets = facetsOf(rows, filter, filters);
  const value = filters[filter] ?? '';
  const isKnown = value === '' || facets.some((facet) => facet.value === value);
  if (facets.length === 0 && value === '') return null;
  return (
    <Select
      label={say(`refusal.${filter}`)}
      value={value}
      options={[
        { id: '', label: say('filter.all') },
        ...facets.map((facet) => ({ id: facet.value, label: `${facet.value} (${number(facet.rows)})` })),
        ...(isKnown ? [] : [{ id: value, label: `${value} (${number(0)})` }]),
      ]}
      onChange={(chosen) => void navigate({ search: changedBy(filter, chosen), replace: true })}
    />
  );
}

/** Of the rows that the filters leave. */
function Downloads({ found, name }: { readonly found: readonly Refusal[]; readonly name: string }) {
  const { say } = useVoice();
  return (
    <div className="page-actions">
      <Button
        onPress={() => {
          saveFile(`${name}.csv`, new Blob([toCsv(found)], { type: 'text/csv;charset=utf-8' }));
        }}
      >
        {say('refusals.csv')}
      </Button>
      <Button
        onPress={() => {
          saveFile(`${name}.json`, new Blob([toJson(found)], { type: 'application/json' }));
        }}
      >
        {say('refusals.json')}
      </Button>
    </div>
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

function Rows({ found }: { readonly found: readonly Refusal[] }) {
  const { say, number } = useVoice();
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  return (
    <>
      <Table
        label={say('refusals.title')}
        rows={found.slice(0, shown)}
        keyOf={({ file, domain, row }) => `${file ?? domain} ${row} ${found.length}`}
        columns={[
          { id: 'row', head: say('refusal.row'), cell: ({ row }) => number(row) },
          { id: 'file', head: say('file'), cell: ({ file }) => file ?? say('withheld') },
          { id: 'domain', head: say('domain'), cell: ({ domain }) => domain ?? '–' },
          { id: 'why', head: say('refusal.why'), cell: (row) => <Faults row={row} /> },
        ]}
      />
      {found.length > shown && (
        <Button
          onPress={() => {
            setShown(shown + SHOWN_AT_ONCE);
          }}
        >
          {say('show-more')}
        </Button>
      )}
    </>
  );
}

/** The report of refusals. */
export function Refusals({ details, rows, isReading, readMore }: RefusalsProps) {
  const { say } = useVoice();
  const filters = route.useSearch();
  if (details.refusals === null) return <p className="note">{say('refusals.not-for-some-sites')}</p>;
  if (rows.length === 0) return <p>{say('refusals.none')}</p>;
  const found = matching(rows, filters);
  return (
    <section className="study-section" aria-labelledby="refusals">
      <h3 id="refusals">{say('refusals.title')}</h3>
      <div className="filters">
        {FILTERS.map((filter) => (
          <FilterField key={filter} filter={filter} rows={rows} filters={filters} />
        ))}
      </div>
      <p role="status">
        {say(isReading ? 'refusals.reading' : 'refusals.found', { n: found.length, all: rows.length })}
      </p>
      {!isReading && <Downloads found={found} name={`${details.studyId}-${details.id}`} />}
      <Rows key={JSON.stringify(filters)} found={found} />
      {!isReading && readMore !== undefined && (
        <Button onPress={() => void readMore()}>{say('refusals.read-more')}</Button>
      )}
    </section>
  );
}
