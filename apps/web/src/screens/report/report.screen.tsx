import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { now } from '../../clock.ts';
import { Page } from '../../design/page.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import { Guarded, isRefusal, Lost } from './guarded.tsx';
import { ReportHead } from './head.tsx';
import { Made } from './made.tsx';
import { Making } from './making.tsx';
import { NotMade } from './not-made.tsx';
import { askForJob, type Job } from './report.queries.ts';
import { stateOf } from './report-state.ts';
import { useLive } from './use-live.ts';
import './report.css';

const route = getRouteApi('/inside/reports/$jobId');

function ReportOf({ job }: { readonly job: Job }) {
  useLive(job);
  const state = stateOf(job, now().getTime());
  switch (state) {
    case 'made':
      return <Made job={job} />;
    case 'lost':
      return (
        <ReportHead job={job}>
          <Lost />
        </ReportHead>
      );
    case 'later':
    case 'making':
      return <Making job={job} />;
    case 'held-back':
    case 'failed':
    case 'cancelled':
    case 'not-sent':
      return <NotMade job={job} state={state} />;
  }
}

/** One report: while it is made, as it is read, or why there is none. */
export function ReportScreen() {
  const { say } = useVoice();
  const { jobId } = route.useParams();
  const query = useQuery(askForJob(jobId));
  const shown = (
    <Guarded query={query} lines={6}>
      {(job) => <ReportOf job={job} />}
    </Guarded>
  );
  const isThere = query.data !== undefined && !isRefusal(query.error);
  return isThere ? shown : <Page title={say('read.title')}>{shown}</Page>;
}
