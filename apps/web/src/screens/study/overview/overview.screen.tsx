import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ask } from '../../../api/queries.ts';
import { Answer } from '../../../design/answer.tsx';
import { scopeWords } from '../../../model/scope.ts';
import type { Study } from '../../../model/study.ts';
import { useVoice } from '../../../words/voice-context.tsx';
import { studyOf } from '../parts.ts';
import { newestCompleted, type Import } from './deliveries.ts';
import { LastDeliveries } from './last-deliveries.tsx';
import { MOST_IMPORTS, RECENT_IMPORTS } from './overview.queries.ts';
import { Quality } from './quality.tsx';

const route = getRouteApi('/inside/studies/$studyId/');

function Facts({ study }: { readonly study: Study }) {
  const voice = useVoice();
  const { say, number } = voice;
  return (
    <dl className="facts">
      <dt>{say('study.you-see')}</dt>
      <dd>{scopeWords(voice, study)}</dd>
      <dt>{say('study.planned')}</dt>
      <dd>{study.plannedSubjects === null ? say('study.planned-unknown') : number(study.plannedSubjects)}</dd>
      <dt>{say('study.links')}</dt>
      <dd>{say(`study.links.${study.linkPolicy}`)}</dd>
    </dl>
  );
}

function Imported({ studyId, items }: { readonly studyId: string; readonly items: readonly Import[] }) {
  const { say } = useVoice();
  const newest = newestCompleted(items);
  if (newest === undefined) return <p className="lead">{say('study.nothing-imported')}</p>;
  return (
    <>
      <Quality studyId={studyId} newest={newest} />
      <LastDeliveries studyId={studyId} imports={items} isAll={items.length < MOST_IMPORTS} />
    </>
  );
}

export function OverviewScreen() {
  const { studyId } = route.useParams();
  const { data: me } = useQuery(ask('/api/v1/me'));
  const study = me && studyOf(me, studyId);
  return (
    <div className="study-part">
      {study !== undefined && <Facts study={study} />}
      <Answer query={useQuery(RECENT_IMPORTS(studyId))} lines={8}>
        {({ items }) => <Imported studyId={studyId} items={items} />}
      </Answer>
    </div>
  );
}
