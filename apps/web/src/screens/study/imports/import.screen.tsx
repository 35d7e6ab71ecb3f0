import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ask } from '../../../api/queries.ts';
import { Fault } from '../../../design/fault.tsx';
import { Loading } from '../../../design/loading.tsx';
import { zoneOf } from '../../../model/zone.ts';
import { useVoice } from '../../../words/voice-context.tsx';
import type { ImportDetails } from '../overview/deliveries.ts';
import { Files } from './files.tsx';
import { RefusedDocuments } from './refused-documents.tsx';
import { RefusalsReport } from './refusals-report.tsx';
import { useRefusals } from './use-refusals.ts';

const route = getRouteApi('/inside/studies/$studyId/imports/$importId');

function Facts({ details }: { readonly details: ImportDetails }) {
  const { say, number, moment } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  const { by, startedAt, endedAt, status, rows, inserted, changed, unchanged, removed } = details;
  const zone = zoneOf(me);
  return (
    <dl className="facts">
      <dt>{say('import.by')}</dt>
      <dd>{by}</dd>
      <dt>{say('import.began')}</dt>
      <dd>{moment(startedAt, zone)}</dd>
      <dt>{say('import.ended')}</dt>
      <dd>{endedAt === null ? say(`import.status.${status}`) : moment(endedAt, zone)}</dd>
      <dt>{say('import.rows')}</dt>
      <dd>{number(rows)}</dd>
      <dt>{say('import.what-became')}</dt>
      <dd>{say('import.became', { inserted, changed, unchanged, removed })}</dd>
    </dl>
  );
}

/** Rules are the API's own words, in English. */
function WhyRefused({ details: { refusedBecause } }: { readonly details: ImportDetails }) {
  const { say } = useVoice();
  return (
    <section className="fault" aria-labelledby="why-refused">
      <h2 id="why-refused">{say('import.nothing-came-in')}</h2>
      <ul lang="en">
        {refusedBecause.map(({ field, rule }) => (
          <li key={`${field} ${rule}`}>
            {field} {rule}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ImportScreen() {
  const { say } = useVoice();
  const { studyId } = route.useParams();
  const { query, details, ...refusals } = useRefusals();
  return (
    <div className="study-part">
      <Link to="/studies/$studyId/imports" params={{ studyId }}>
        {say('import.all')}
      </Link>
      {query.isError && <Fault error={query.error} retry={() => void query.refetch()} />}
      {details === undefined && !query.isError && <Loading lines={10} />}
      {details !== undefined && (
        <>
          <h2>{say('import.title')}</h2>
          {details.status === 'refused' && <WhyRefused details={details} />}
          <Facts details={details} />
          <Files details={details} />
          <RefusedDocuments details={details} />
          <RefusalsReport details={details} query={query} {...refusals} />
        </>
      )}
    </div>
  );
}
