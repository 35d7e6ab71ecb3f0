import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { now } from '../../../clock.ts';
import { Answer } from '../../../design/answer.tsx';
import { Awaited } from '../../../design/awaited.tsx';
import { Button, LinkButton } from '../../../design/button.tsx';
import { DayField } from '../../../design/day-field.tsx';
import { Page } from '../../../design/page.tsx';
import { TwoColumns } from '../../../design/two-columns.tsx';
import { dayIn } from '../../../model/day.ts';
import { holidaysFor } from '../../../model/holidays.ts';
import { reportName } from '../../../model/schedule.ts';
import { DeliverField, FormatsField } from '../../../parts/files-fields.tsx';
import { HolidaysField } from '../../../parts/holidays-field.tsx';
import { NextRuns } from '../../../parts/next-runs.tsx';
import { ScheduleEditor } from '../../../parts/schedule-editor.tsx';
import { useVoice } from '../../../words/voice-context.tsx';
import type { Subscription } from '../plan.ts';
import { subscriptionQuery } from '../use-steering.ts';
import { PeopleField } from './people-field.tsx';
import { SaveChanges } from './save-changes.tsx';
import { useDraft, type Drafting } from './use-draft.ts';
import './change.css';

const route = getRouteApi('/inside/subscriptions/$subscriptionId/change');

interface Props {
  readonly drafting: Drafting;
}

function When({ drafting: { draft, change } }: Props) {
  const { say } = useVoice();
  const { schedule, holidays, until } = draft;
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
      <div className="schedule-row">
        <DayField
          label={say('change.until')}
          note={say('change.until-note')}
          value={until}
          min={dayIn(schedule.timeZone, now())}
          onChange={(day) => {
            change({ until: day });
          }}
        />
        {until !== null && (
          <div className="beside-field">
            <Button
              variant="quiet"
              onPress={() => {
                change({ until: null });
              }}
            >
              {say('change.no-end')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

function How({ drafting: { draft, change } }: Props) {
  const { say } = useVoice();
  return (
    <section aria-labelledby="how">
      <h2 id="how">{say('subscribe.how')}</h2>
      <FormatsField
        value={draft.formats}
        onChange={(formats) => {
          change({ formats });
        }}
      />
      <DeliverField
        value={draft.deliver}
        onChange={(deliver) => {
          change({ deliver });
        }}
      />
    </section>
  );
}

function ChangeForm({ subscription }: { readonly subscription: Subscription }) {
  const voice = useVoice();
  const { say } = voice;
  const drafting = useDraft(subscription);
  const { draft, change } = drafting;
  const { id: subscriptionId, reportType, studyId } = subscription;
  const { schedule, until, holidays } = draft;
  return (
    <Page
      title={say('change.title', { report: reportName(voice, reportType, subscription.schedule.every) })}
      lead={say('subscription.of', { study: studyId })}
      actions={
        <LinkButton to="/subscriptions/$subscriptionId" params={{ subscriptionId }}>
          {say('change.back')}
        </LinkButton>
      }
    >
      <TwoColumns
        beside={
          <>
            <NextRuns schedule={schedule} until={until} holidays={holidays} />
            <SaveChanges drafting={drafting} />
          </>
        }
      >
        <When drafting={drafting} />
        <PeopleField
          studyId={studyId}
          people={draft.recipients}
          onChange={(recipients) => {
            change({ recipients });
          }}
        />
        <How drafting={drafting} />
      </TwoColumns>
    </Page>
  );
}

export function ChangeScreen() {
  const { say } = useVoice();
  const { subscriptionId } = route.useParams();
  const query = useQuery(subscriptionQuery(subscriptionId));
  return query.data === undefined ? (
    <Awaited title={say('subscription.title')} query={query} />
  ) : (
    <Answer query={query}>
      {(subscription) => <ChangeForm key={subscription.id} subscription={subscription} />}
    </Answer>
  );
}
