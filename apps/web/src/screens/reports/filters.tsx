import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ask } from '../../api/queries.ts';
import { Select } from '../../design/select.tsx';
import { STATUS_LABELS } from '../../model/job.ts';
import { reportName } from '../../model/schedule.ts';
import { useVoice } from '../../words/voice-context.tsx';
import type { Wanted } from './reports.route.ts';

const route = getRouteApi('/inside/reports');

const ANY = '';

/** What somebody looks for; where it is cancelled or not sent, there is little to be found. */
const STATUSES = Object.keys(STATUS_LABELS) as (keyof typeof STATUS_LABELS)[];

interface Option {
  readonly id: string;
  readonly label: string;
}

const withChosen = (options: readonly Option[], chosen: string | undefined): Option[] =>
  chosen === undefined || options.some(({ id }) => id === chosen)
    ? [...options]
    : [...options, { id: chosen, label: chosen }];

interface WhichProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: string | undefined;
  readonly field: keyof Wanted;
}

function Which({ label, options, chosen, field }: WhichProps) {
  const { say } = useVoice();
  const navigate = route.useNavigate();
  return (
    <Select
      label={label}
      options={[{ id: ANY, label: say('reports.any') }, ...withChosen(options, chosen)]}
      value={chosen ?? ANY}
      onChange={(id) =>
        void navigate({ search: (now) => ({ ...now, [field]: id === ANY ? undefined : id }) })
      }
    />
  );
}

export function Filters({ wanted }: { readonly wanted: Wanted }) {
  const voice = useVoice();
  const { say } = voice;
  const { data: me } = useQuery(ask('/api/v1/me'));
  const { data: types } = useQuery(ask('/api/v1/report-types'));
  const all = useQuery({ ...ask('/api/v1/studies'), enabled: me !== undefined && me.roles.length > 0 });
  // Operators and auditors see what was made of each study.
  const studies = (all.data?.items ?? me?.studies ?? []).map(({ id }) => ({ id, label: id }));
  return (
    <div className="reports-filters" role="search" aria-label={say('reports.filters')}>
      <Which label={say('subscribe.study')} options={studies} chosen={wanted.study} field="study" />
      <Which
        label={say('subscribe.report')}
        options={(types?.items ?? []).map(({ id }) => ({ id, label: reportName(voice, id) }))}
        chosen={wanted.report}
        field="report"
      />
      <Which
        label={say('reports.status')}
        options={STATUSES.map((id) => ({ id, label: say(STATUS_LABELS[id]) }))}
        chosen={wanted.status}
        field="status"
      />
    </div>
  );
}
