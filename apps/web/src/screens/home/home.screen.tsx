import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { components } from '@rounds/client/generated/api';
import { ask } from '../../api/queries.ts';
import { Answer } from '../../design/answer.tsx';
import { LinkButton } from '../../design/button.tsx';
import { Page } from '../../design/page.tsx';
import { reportName } from '../../model/schedule.ts';
import { isMember } from '../../shell/navigation.ts';
import { useVoice } from '../../words/voice-context.tsx';
import { MY_REPORTS, OWN_SUBSCRIPTIONS } from './home.queries.ts';
import { needsOf } from './needs.ts';
import { ReceivedReport } from './received-report.tsx';
import './home.css';

type MyReport = components['schemas']['MyReport'];

/** Whatever the reader has to look after, before what goes by itself. */
function Needs() {
  const voice = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  const { data: own } = useQuery(OWN_SUBSCRIPTIONS);
  const needs = needsOf(voice, own?.items ?? [], me?.email ?? '');
  if (needs.length === 0) return null;
  return (
    <section className="home-needs" aria-labelledby="needs">
      <h2 id="needs">{voice.say('home.needs-you')}</h2>
      <ul role="list">
        {needs.map(({ subscriptionId, reportType, studyId, text }) => (
          <li key={`${subscriptionId} ${text}`}>
            <Link to="/subscriptions/$subscriptionId" params={{ subscriptionId }}>
              {reportName(voice, reportType)}, {studyId}
            </Link>{' '}
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NothingYet() {
  const { say } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  const mayRead = me === undefined || isMember(me);
  const looksAfter = me !== undefined && !mayRead && me.roles.length > 0;
  const without = looksAfter ? 'home.looks-after' : 'home.no-study';
  return (
    <div className="home-nothing">
      <p className="lead">{say(mayRead ? 'home.nothing' : without)}</p>
      {mayRead && (
        <LinkButton to="/subscribe" variant="main">
          {say('home.first')}
        </LinkButton>
      )}
      {looksAfter && <LinkButton to="/studies">{say('nav.studies')}</LinkButton>}
    </div>
  );
}

const Reports = ({ items }: { readonly items: readonly MyReport[] }) =>
  items.length === 0 ? (
    <NothingYet />
  ) : (
    <ul role="list" className="home-reports">
      {items.map((report) => (
        <ReceivedReport key={report.subscriptionId} report={report} />
      ))}
    </ul>
  );

export function HomeScreen() {
  const { say } = useVoice();
  return (
    <Page title={say('home.title')}>
      <Needs />
      <Answer query={useQuery(MY_REPORTS)} lines={6}>
        {({ items }) => <Reports items={items} />}
      </Answer>
    </Page>
  );
}
