import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { components } from '@rounds/client/generated/api';
import { changed } from '../../api/changes.ts';
import { api } from '../../api/client.ts';
import { once } from '../../api/once.ts';
import { ask } from '../../api/queries.ts';
import { now } from '../../clock.ts';
import { Answer } from '../../design/answer.tsx';
import { Button } from '../../design/button.tsx';
import { DayField } from '../../design/day-field.tsx';
import { Fault } from '../../design/fault.tsx';
import { Page } from '../../design/page.tsx';
import { dayIn } from '../../model/day.ts';
import { zoneOf } from '../../model/zone.ts';
import { FormatsField } from '../../parts/files-fields.tsx';
import { ReportField, StudyField } from '../../parts/which-report.tsx';
import { isInput, Wrong } from '../../parts/wrong.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import { bodyOf, type Request } from './request.ts';
import './generate.css';

type Me = components['schemas']['Me'];
type ReportType = components['schemas']['ReportType'];

const route = getRouteApi('/inside/generate');

interface FormProps {
  readonly me: Me;
  readonly types: readonly ReportType[];
}

/** What the address says, as far as the reader may have it; else the first of each. */
const useRequest = ({ me, types }: FormProps) => {
  const { study, report, day } = route.useSearch();
  const today = dayIn(zoneOf(me), now());
  return useState<Request>({
    studyId: (me.studies.find(({ id }) => id === study) ?? me.studies[0])?.id ?? '',
    reportType: (types.find(({ id }) => id === report) ?? types[0])?.id ?? 'study-weekly',
    day: day ?? today,
    formats: ['pdf'],
  });
};

const useGenerate = (request: Request, zone: string) => {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => {
      const body = bodyOf(request, zone);
      return once(body, (headers) => api.post('/api/v1/reports/generate', { body, headers }));
    },
    onSuccess: async ({ jobId }) => {
      await changed(queryClient, '/api/v1/jobs');
      await navigate({ to: '/reports/$jobId', params: { jobId } });
    },
  });
};

function Form(props: FormProps) {
  const { say } = useVoice();
  const { me } = props;
  const [request, setRequest] = useRequest(props);
  const { mutate, isPending, error } = useGenerate(request, zoneOf(me));
  const change = (changes: Partial<Request>) => {
    setRequest((before) => ({ ...before, ...changes }));
  };
  return (
    <form
      className="generate"
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <StudyField
        studies={me.studies}
        value={request.studyId}
        onChange={(studyId) => {
          change({ studyId });
        }}
      />
      <ReportField
        types={props.types}
        value={request.reportType}
        onChange={(reportType) => {
          change({ reportType });
        }}
      />
      <DayField
        label={say('generate.day')}
        note={say('generate.day-note', { zone: zoneOf(me) })}
        value={request.day}
        max={dayIn(zoneOf(me), now())}
        onChange={(day) => {
          change({ day });
        }}
      />
      <FormatsField
        value={request.formats}
        onChange={(formats) => {
          change({ formats });
        }}
      />
      {error !== null && (isInput(error) ? <Wrong problem={error} /> : <Fault error={error} />)}
      <div>
        <Button type="submit" variant="main" isPending={isPending} isDisabled={request.day === null}>
          {say('generate.do')}
        </Button>
      </div>
      <p className="note">{say('generate.note')}</p>
    </form>
  );
}

/** A report now, for the reader alone, beside those that come by themselves. */
export function GenerateScreen() {
  const { say } = useVoice();
  const me = useQuery(ask('/api/v1/me'));
  const types = useQuery(ask('/api/v1/report-types'));
  return (
    <Page title={say('generate.title')} lead={say('generate.lead')}>
      <Answer query={me}>
        {(reader) =>
          reader.studies.length === 0 ? (
            <p>{say('home.no-study')}</p>
          ) : (
            <Answer query={types}>{({ items }) => <Form me={reader} types={items} />}</Answer>
          )
        }
      </Answer>
    </Page>
  );
}
