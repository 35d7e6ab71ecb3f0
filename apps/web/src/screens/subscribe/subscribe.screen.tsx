import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { components } from '@rounds/client/generated/api';
import { ask } from '../../api/queries.ts';
import { Answer } from '../../design/answer.tsx';
import { Page } from '../../design/page.tsx';
import { TwoColumns } from '../../design/two-columns.tsx';
import { holidaysFor } from '../../model/holidays.ts';
import { HolidaysField } from '../../parts/holidays-field.tsx';
import { NextRuns } from '../../parts/next-runs.tsx';
import { ScheduleEditor } from '../../parts/schedule-editor.tsx';
import { ReportField, StudyField } from '../../parts/which-report.tsx';
import { zoneOf } from '../../model/zone.ts';
import { useVoice } from '../../words/voice-context.tsx';
import { beginDraft, type Draft } from './draft.ts';
import { Files } from './files.tsx';
import { FirstLook } from './first-look.tsx';
import { NoStudy } from './no-study.tsx';
import { SubscribeButton } from './subscribe-button.tsx';
import { Who } from './who.tsx';
import './subscribe.css';

type Me = components['schemas']['Me'];
type ReportType = components['schemas']['ReportType'];

const route = getRouteApi('/inside/subscribe');

interface FormProps {
  readonly me: Me;
  readonly types: readonly ReportType[];
}

/** As the link to this page has it, else the first of each. */
const useDraft = ({ me, types }: FormProps) => {
  const given = route.useSearch();
  const studies = me.studies.map(({ id }) => id);
  const studyId = studies.find((id) => id === given.study) ?? studies[0] ?? '';
  const reportType = types.find(({ id }) => id === given.report)?.id ?? types[0]?.id ?? 'study-weekly';
  return useState<Draft>(() => beginDraft({ studyId, reportType, timeZone: zoneOf(me) }));
};

interface PartProps extends FormProps {
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
}

function What({ draft, change, me, types }: PartProps) {
  const { say } = useVoice();
  return (
    <section aria-labelledby="what">
      <h2 id="what">{say('subscribe.what')}</h2>
      <StudyField
        studies={me.studies}
        value={draft.studyId}
        onChange={(studyId) => {
          change({ studyId });
        }}
      />
      <ReportField
        types={types}
        value={draft.reportType}
        onChange={(reportType) => {
          change({ reportType });
        }}
      />
    </section>
  );
}

function When({ draft: { schedule, holidays }, change }: Pick<PartProps, 'draft' | 'change'>) {
  const { say } = useVoice();
  return (
    <section aria-labelledby="when">
      <h2 id="when">{say('subscribe.when')}</h2>
      <ScheduleEditor
        schedule={schedule}
        onChange={(chosen) => {
          change({ schedule: chosen, holidays: holidaysFor(chosen, holidays) });
        }}
      />
      <HolidaysField
        holidays={holidays}
        schedule={schedule}
        onChange={(chosen) => {
          change({ holidays: chosen });
        }}
      />
    </section>
  );
}

function SubscribeForm({ me, types }: FormProps) {
  const [draft, setDraft] = useDraft({ me, types });
  const change = (changes: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...changes }));
  };
  return (
    <TwoColumns
      beside={
        <>
          <NextRuns schedule={draft.schedule} holidays={draft.holidays} />
          <SubscribeButton draft={draft} me={me} />
          <FirstLook draft={draft} />
        </>
      }
    >
      <What draft={draft} change={change} me={me} types={types} />
      <When draft={draft} change={change} />
      <Who draft={draft} me={me} onChange={change} />
      <Files draft={draft} me={me} onChange={change} />
    </TwoColumns>
  );
}

export function SubscribeScreen() {
  const { say } = useVoice();
  const types = useQuery(ask('/api/v1/report-types'));
  const me = useQuery(ask('/api/v1/me'));
  return (
    <Page title={say('subscribe.title')} lead={say('subscribe.lead')}>
      <Answer query={me} lines={8}>
        {(mine) =>
          mine.studies.length === 0 ? (
            <NoStudy />
          ) : (
            <Answer query={types} lines={8}>
              {({ items }) => <SubscribeForm me={mine} types={items} />}
            </Answer>
          )
        }
      </Answer>
    </Page>
  );
}
