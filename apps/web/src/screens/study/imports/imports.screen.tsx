import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ask } from '../../../api/queries.ts';
import { More } from '../../../design/more.tsx';
import { Select } from '../../../design/select.tsx';
import { Table } from '../../../design/table.tsx';
import { zoneOf } from '../../../model/zone.ts';
import { useVoice } from '../../../words/voice-context.tsx';
import { lastDeliveries, type Import } from '../overview/deliveries.ts';
import { RECENT_IMPORTS } from '../overview/overview.queries.ts';
import { changedBy } from '../search.ts';
import { importsOf } from './imports.queries.ts';
import { Refused } from './refused.tsx';

const route = getRouteApi('/inside/studies/$studyId/imports');

/** Counts of the domain where one is chosen, else of the whole import. */
const countsOf = (imported: Import, domain: string | undefined) =>
  imported.domains.find((each) => each.domain === domain) ?? imported;

function Began({ imported: { studyId, id, startedAt, status } }: { readonly imported: Import }) {
  const { say, moment } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  return (
    <>
      <Link to="/studies/$studyId/imports/$importId" params={{ studyId, importId: id }}>
        {moment(startedAt, zoneOf(me))}
      </Link>
      {status !== 'completed' && (
        <p className={status === 'under-way' ? 'note' : 'urgent'}>{say(`import.status.${status}`)}</p>
      )}
    </>
  );
}

interface ImportsProps {
  readonly items: readonly Import[];
  readonly domain: string | undefined;
}

function Imports({ items, domain }: ImportsProps) {
  const { say, number } = useVoice();
  const count = (name: 'rows' | 'inserted' | 'changed' | 'unchanged' | 'removed') => (each: Import) =>
    number(countsOf(each, domain)[name]);
  if (items.length === 0) return <p className="lead">{say('study.nothing-imported')}</p>;
  return (
    <Table
      label={say('study.part.imports')}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { id: 'at', head: say('import.began'), cell: (imported) => <Began imported={imported} /> },
        { id: 'by', head: say('import.by'), cell: ({ by }) => by },
        { id: 'rows', head: say('import.rows'), align: 'end', cell: count('rows') },
        { id: 'new', head: say('import.new'), align: 'end', cell: count('inserted') },
        { id: 'changed', head: say('import.changed'), align: 'end', cell: count('changed') },
        { id: 'unchanged', head: say('import.unchanged'), align: 'end', cell: count('unchanged') },
        { id: 'removed', head: say('import.removed'), align: 'end', cell: count('removed') },
        {
          id: 'refused',
          head: say('import.refused'),
          align: 'end',
          cell: (each) => <Refused {...countsOf(each, domain)} />,
        },
      ]}
    />
  );
}

/** Domains that came of late, and the one of the address, whatever it is. */
function DomainFilter({
  studyId,
  domain,
}: {
  readonly studyId: string;
  readonly domain: string | undefined;
}) {
  const { say } = useVoice();
  const navigate = route.useNavigate();
  const { data } = useQuery(RECENT_IMPORTS(studyId));
  const known = lastDeliveries(data?.items ?? []).map((delivery) => delivery.domain);
  const domains = [...new Set([...known, ...(domain === undefined ? [] : [domain])])].toSorted();
  return (
    <Select
      label={say('domain')}
      value={domain ?? ''}
      options={[{ id: '', label: say('filter.all') }, ...domains.map((id) => ({ id, label: id }))]}
      onChange={(chosen) => void navigate({ search: changedBy('domain', chosen), replace: true })}
    />
  );
}

export function ImportsScreen() {
  const { studyId } = route.useParams();
  const { domain } = route.useSearch();
  return (
    <div className="study-part">
      <div className="filters">
        <DomainFilter studyId={studyId} domain={domain} />
      </div>
      <More query={useInfiniteQuery(importsOf(studyId, domain))}>
        {(items) => <Imports items={items} domain={domain} />}
      </More>
    </div>
  );
}
