import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { components } from '@rounds/client/generated/api';
import { api } from '../../api/client.ts';
import { useLookAgain } from '../../api/look-again.ts';
import { ask } from '../../api/queries.ts';
import { Button, LinkButton } from '../../design/button.tsx';
import { Fault } from '../../design/fault.tsx';
import { Loading } from '../../design/loading.tsx';
import { Page } from '../../design/page.tsx';
import { Progress } from '../../design/progress.tsx';
import { isUnderWay, STATUS_LABELS } from '../../model/job.ts';
import { rhythmOf } from '../../model/rhythm.ts';
import { reportName } from '../../model/schedule.ts';
import { zoneOf } from '../../model/zone.ts';
import { isMember } from '../../shell/navigation.ts';
import { useVoice } from '../../words/voice-context.tsx';
import { Filters } from './filters.tsx';
import type { Wanted } from './reports.route.ts';
import './reports.css';

type Job = components['schemas']['Job'];

const route = getRouteApi('/inside/reports');
const A_PAGE = 25;

const useReports = ({ study: studyId, report: reportType, status }: Wanted) => {
  const wanted = {
    ...(studyId !== undefined && { studyId }),
    ...(reportType !== undefined && { reportType }),
    ...(status !== undefined && { status }),
  };
  const lookAgain = useLookAgain();
  return useInfiniteQuery({
    queryKey: ['/api/v1/jobs', 'pages', wanted],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/v1/jobs', {
        params: { query: { limit: A_PAGE, ...wanted, ...(pageParam !== null && { cursor: pageParam }) } },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) =>
      lookAgain(
        state.data?.pages.some(({ items }) => items.some(({ status: each }) => isUnderWay(each))) === true,
      ),
  });
};

/** Made for whoever asked, it was sent to nobody. */
const outcomeOf = ({ status, trigger }: Job) =>
  status === 'completed' && trigger === 'on-demand' ? 'reports.ready' : STATUS_LABELS[status];

function Outcome({ job }: { readonly job: Job }) {
  const { say } = useVoice();
  const label = say(outcomeOf(job));
  if (isUnderWay(job.status)) return <Progress label={label} value={job.progress} />;
  const isGrave = job.status === 'failed' || job.status === 'quarantined';
  return <p className={isGrave ? 'urgent' : ''}>{label}</p>;
}

function Line({ job }: { readonly job: Job }) {
  const voice = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  const { jobId, reportType, studyId, period, finishedAt, createdAt, trigger } = job;
  const at = voice.moment(finishedAt ?? createdAt, zoneOf(me));
  return (
    <li>
      <div>
        <Link to="/reports/$jobId" params={{ jobId }}>
          {reportName(voice, reportType, rhythmOf(period))}
        </Link>
        <p className="note">{studyId}</p>
      </div>
      <div>
        <p>{voice.period(period)}</p>
        {trigger === 'on-demand' && <p className="note">{voice.say('reports.on-demand')}</p>}
      </div>
      <div>
        <Outcome job={job} />
        <p className="note">{at}</p>
      </div>
    </li>
  );
}

function NoReports({ isFiltered }: { readonly isFiltered: boolean }) {
  const { say } = useVoice();
  if (!isFiltered) return <p className="lead">{say('reports.none')}</p>;
  return (
    <div className="reports-none">
      <p className="lead">{say('reports.none-such')}</p>
      <LinkButton to="/reports" search={{}}>
        {say('reports.show-all')}
      </LinkButton>
    </div>
  );
}

function Lines({ wanted }: { readonly wanted: Wanted }) {
  const { say } = useVoice();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useReports(wanted);
  const retry = () => void refetch();
  if (data === undefined)
    return error === null ? <Loading lines={8} /> : <Fault error={error} retry={retry} />;
  const jobs = data.pages.flatMap(({ items }) => items);
  if (jobs.length === 0) return <NoReports isFiltered={Object.keys(wanted).length > 0} />;
  return (
    <>
      {error !== null && <Fault error={error} retry={retry} />}
      <ul role="list" className="reports">
        {jobs.map((job) => (
          <Line key={job.jobId} job={job} />
        ))}
      </ul>
      {hasNextPage && (
        <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {say('reports.more')}
        </Button>
      )}
    </>
  );
}

/** All that the reader may read: what came, what they asked for, what is being made. */
export function ReportsScreen() {
  const { say } = useVoice();
  const wanted = route.useSearch();
  const { data: me } = useQuery(ask('/api/v1/me'));
  return (
    <Page
      title={say('reports.title')}
      actions={
        me !== undefined && isMember(me) && <LinkButton to="/generate">{say('reports.make-one')}</LinkButton>
      }
    >
      <Filters wanted={wanted} />
      <Lines wanted={wanted} />
    </Page>
  );
}
