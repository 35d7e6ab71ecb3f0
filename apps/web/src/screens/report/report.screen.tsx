import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { now } from '../../clock.ts';
import { Guarded, Lost } from './guarded.tsx';
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
      return <Lost />;
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
  const { jobId } = route.useParams();
  return (
    <Guarded query={useQuery(askForJob(jobId))} lines={6}>
      {(job) => <ReportOf job={job} />}
    </Guarded>
  );
}
