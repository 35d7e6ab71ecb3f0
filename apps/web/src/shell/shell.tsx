import { Suspense, use, useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { ask } from '../api/queries.ts';
import { LinkButton } from '../design/button.tsx';
import { Loading } from '../design/loading.tsx';
import { Tidings } from '../design/tidings.tsx';
import { isLanguage } from '../words/voice.ts';
import { useSpeak, useVoice } from '../words/voice-context.tsx';
import { isMember, pagesFor } from './navigation.ts';
import { Offline } from './offline.tsx';
import './shell.css';

/** Speaks the language that the reader has chosen for their reports. */
const useOwnLanguage = (): void => {
  const speak = useSpeak();
  const { data: me } = useQuery(ask('/api/v1/me'));
  const language = me?.language ?? '';
  useEffect(() => {
    if (isLanguage(language)) speak(language);
  }, [language, speak]);
};

/** Whoever is signed in: what is theirs to choose, and the way out. */
function AccountLink() {
  const { say } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  const initial = (me?.name ?? me?.email ?? '').slice(0, 1).toUpperCase();
  return (
    <Link
      to="/account"
      className="shell-account"
      aria-label={say('account.label', { email: me?.email ?? '' })}
    >
      {initial}
    </Link>
  );
}

/** The first page is the beginning of every address. */
const isExact = (to: string) => ({ exact: to === '/' });

const FIRST_SCREEN = '/';
const SUBSCRIBE = '/subscribe';

/** Each but the first waits for its words. */
function Screen() {
  const { whole } = useVoice();
  const isFirst = useLocation({ select: ({ pathname }) => pathname === FIRST_SCREEN });
  if (!isFirst) use(whole);
  return <Outlet />;
}

function Navigation() {
  const { say } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  return (
    <nav className="shell-nav" aria-label={say('nav.label')}>
      {pagesFor(me).map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={isExact(to)}>
          {say(label)}
        </Link>
      ))}
    </nav>
  );
}

/** What most come for. Not for who may see no study, and not where it leads to where one is. */
function SubscribeLink() {
  const { say } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  const isThere = useLocation({ select: ({ pathname }) => pathname === SUBSCRIBE });
  return isThere || (me !== undefined && !isMember(me)) ? null : (
    <LinkButton to={SUBSCRIBE} variant="main">
      {say('subscribe')}
    </LinkButton>
  );
}

export function Shell() {
  const { say } = useVoice();
  useOwnLanguage();
  return (
    <>
      <a className="shell-skip" href="#content">
        {say('skip-to-content')}
      </a>
      <header className="shell-head">
        <Link to="/" className="shell-name">
          Rounds
        </Link>
        <Navigation />
        <SubscribeLink />
        <AccountLink />
      </header>
      <Offline />
      <main className="shell-content" id="content" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Screen />
        </Suspense>
      </main>
      <Tidings />
    </>
  );
}
