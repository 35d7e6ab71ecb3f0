import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { changed } from '../../../api/changes.ts';
import { api } from '../../../api/client.ts';
import { ask } from '../../../api/queries.ts';
import { now } from '../../../clock.ts';
import { Answer } from '../../../design/answer.tsx';
import { Button } from '../../../design/button.tsx';
import { Choice } from '../../../design/choice.tsx';
import { DayField } from '../../../design/day-field.tsx';
import { ConfirmButton } from '../../../design/dialog.tsx';
import { Fault } from '../../../design/fault.tsx';
import { Loading } from '../../../design/loading.tsx';
import { tell } from '../../../design/tidings.tsx';
import { stateWords, type Me, type Study } from '../../../model/study.ts';
import { useVoice } from '../../../words/voice-context.tsx';
import { useStudy } from '../use-study.ts';

const route = getRouteApi('/inside/studies/$studyId/settings');

const POLICIES = ['link', 'sign-in'] as const;
type Policy = Study['linkPolicy'];

/** Whatever of the study has changed is part of these answers. */
const useStudyChanged = () => {
  const queryClient = useQueryClient();
  return () => changed(queryClient, '/api/v1/me', '/api/v1/studies', '/api/v1/me/reports');
};

function Links({ studyId, policy }: { readonly studyId: string; readonly policy: Policy }) {
  const { say } = useVoice();
  const studyChanged = useStudyChanged();
  const { mutate, error, variables, isPending } = useMutation({
    mutationFn: (linkPolicy: Policy) =>
      api.put('/api/v1/studies/{studyId}/link-policy', {
        params: { path: { studyId } },
        body: { linkPolicy },
      }),
    onSuccess: async ({ linkPolicy }) => {
      const done = say('settings.links-done', { links: say(`study.links.${linkPolicy}`) });
      await studyChanged();
      tell(done, () => {
        mutate(policy);
      });
    },
  });
  return (
    <section className="study-section" aria-labelledby="links">
      <h2 id="links">{say('study.links')}</h2>
      <p className="note">{say('settings.links-note')}</p>
      {error !== null && <Fault error={error} />}
      <Choice
        label={say('study.links')}
        isLabelHeard
        value={isPending ? variables : policy}
        options={POLICIES.map((id) => ({ id, label: say(`study.links.${id}`) }))}
        onChange={mutate}
      />
    </section>
  );
}

const useClosing = (studyId: string) => {
  const { say } = useVoice();
  const studyChanged = useStudyChanged();
  const params = { path: { studyId } };
  return useMutation({
    mutationFn: (at: string | null) =>
      at === null
        ? api.post('/api/v1/studies/{studyId}/reopen', { params })
        : api.post('/api/v1/studies/{studyId}/close', { params, body: { at } }),
    onSuccess: async ({ closedAt, subscriptions: n }) => {
      await studyChanged();
      tell(say(closedAt === null ? 'settings.reopened' : 'settings.closed', { n }));
    },
  });
};

function Closing({ study }: { readonly study: Study }) {
  const voice = useVoice();
  const { say, day } = voice;
  const [at, setAt] = useState<string | null>(now().toISOString().slice(0, 10));
  const { id: studyId, closedAt } = study;
  const { mutate, error } = useClosing(studyId);
  return (
    <section className="study-section" aria-labelledby="closing">
      <h2 id="closing">{say('settings.closing')}</h2>
      <p>{stateWords(voice, study, now())}</p>
      {error !== null && <Fault error={error} />}
      {closedAt === null && (
        <>
          <DayField
            label={say('settings.last-day')}
            note={say('settings.last-day-note')}
            value={at}
            onChange={setAt}
          />
          <ConfirmButton
            label={say('settings.close')}
            variant="grave"
            isDisabled={at === null}
            title={say('settings.close-question', { study: studyId })}
            confirm={say('settings.close')}
            onConfirm={() => {
              mutate(at);
            }}
          >
            <p>{say('settings.close-means', { day: at === null ? '–' : day(at) })}</p>
          </ConfirmButton>
        </>
      )}
      {closedAt !== null && (
        <Button
          onPress={() => {
            mutate(null);
          }}
        >
          {say('settings.reopen')}
        </Button>
      )}
    </section>
  );
}

function Settings({ me, studyId }: { readonly me: Me; readonly studyId: string }) {
  const { say } = useVoice();
  const study = useStudy(studyId);
  if (!me.roles.includes('operator')) return <p>{say('settings.operators-only')}</p>;
  return study === undefined ? (
    <Loading lines={6} />
  ) : (
    <>
      <Links studyId={studyId} policy={study.linkPolicy} />
      <Closing study={study} />
    </>
  );
}

export function SettingsScreen() {
  const { studyId } = route.useParams();
  return (
    <div className="study-part">
      <Answer query={useQuery(ask('/api/v1/me'))}>{(me) => <Settings me={me} studyId={studyId} />}</Answer>
    </div>
  );
}
