import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useLocation } from '@tanstack/react-router';
import { ask } from '../../api/queries.ts';
import { now } from '../../clock.ts';
import { Answer } from '../../design/answer.tsx';
import { Awaited } from '../../design/awaited.tsx';
import { Page } from '../../design/page.tsx';
import { stateOf, stateWords, type Me, type Study } from '../../model/study.ts';
import { useVoice } from '../../words/voice-context.tsx';
import { partAt, partsFor, type StudyPart } from './parts.ts';
import { useStudy } from './use-study.ts';
import './study.css';

const route = getRouteApi('/inside/studies/$studyId');

const ADDRESSES = {
  overview: '/studies/$studyId',
  imports: '/studies/$studyId/imports',
  documents: '/studies/$studyId/documents',
  members: '/studies/$studyId/members',
  settings: '/studies/$studyId/settings',
} as const satisfies Readonly<Record<StudyPart, string>>;

function Parts({ studyId, parts }: { readonly studyId: string; readonly parts: readonly StudyPart[] }) {
  const { say } = useVoice();
  return (
    <nav className="parts" aria-label={say('study.parts')}>
      {parts.map((part) => (
        <Link
          key={part}
          to={ADDRESSES[part]}
          params={{ studyId }}
          activeOptions={{ exact: part === 'overview', includeSearch: false }}
        >
          {say(`study.part.${part}`)}
        </Link>
      ))}
    </nav>
  );
}

/** Said above every part, as it changes what the others mean. */
function State({ study }: { readonly study: Study }) {
  const voice = useVoice();
  return stateOf(study, now()) === 'open' ? null : (
    <p className="study-state">{stateWords(voice, study, now())}</p>
  );
}

function Pages({ me, studyId }: { readonly me: Me; readonly studyId: string }) {
  const { say } = useVoice();
  const { pathname } = useLocation();
  const part = partAt(pathname);
  const parts = partsFor(me, studyId);
  const study = useStudy(studyId);
  if (parts.length === 0)
    return (
      <Page title={say('fault.not-found-title')}>
        <p className="lead">{say('study.not-there', { study: studyId })}</p>
      </Page>
    );
  return (
    <Page
      title={studyId}
      tab={`${say(`study.part.${part}`)} · ${studyId}`}
      {...(study !== undefined && study.title !== studyId && { lead: study.title })}
    >
      {study !== undefined && <State study={study} />}
      <Parts studyId={studyId} parts={parts} />
      {parts.includes(part) ? <Outlet /> : <p>{say('fault.forbidden')}</p>}
    </Page>
  );
}

export function StudyScreen() {
  const { studyId } = route.useParams();
  const query = useQuery(ask('/api/v1/me'));
  return query.data === undefined ? (
    <Awaited title={studyId} query={query} />
  ) : (
    <Answer query={query}>{(me) => <Pages me={me} studyId={studyId} />}</Answer>
  );
}
