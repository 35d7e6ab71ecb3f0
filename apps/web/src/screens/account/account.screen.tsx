import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from '@rounds/client/generated/api';
import { changed } from '../../api/changes.ts';
import { api } from '../../api/client.ts';
import { ask } from '../../api/queries.ts';
import { signOut } from '../../auth/session.ts';
import { Answer } from '../../design/answer.tsx';
import { Button } from '../../design/button.tsx';
import { Choice } from '../../design/choice.tsx';
import { Page } from '../../design/page.tsx';
import { chooseTheme, chosenTheme, THEMES, type Theme } from '../../design/theme.ts';
import { tell } from '../../design/tidings.tsx';
import { ZoneField } from '../../design/zone-field.tsx';
import { zoneOf } from '../../model/zone.ts';
import type { Label } from '../../words/message.ts';
import { languageName } from '../../words/voice.ts';
import { useSpeak, useVoice } from '../../words/voice-context.tsx';
import './account.css';

type Me = components['schemas']['Me'];

const THEME_LABELS: Readonly<Record<Theme, Label>> = {
  auto: 'theme.auto',
  light: 'theme.light',
  dark: 'theme.dark',
};

/** What is chosen counts at once, and is taken back where the API refuses it. */
const useChange = () => {
  const { say } = useVoice();
  const queryClient = useQueryClient();
  const { queryKey } = ask('/api/v1/me');
  const { mutate } = useMutation({
    mutationFn: (change: components['schemas']['ChangeMe']) => api.patch('/api/v1/me', { body: change }),
    onMutate: (change) => {
      const before = queryClient.getQueryData<Me>(queryKey);
      queryClient.setQueryData<Me>(queryKey, (me) => me && { ...me, ...change });
      return before;
    },
    onError: (_error, _change, before) => {
      queryClient.setQueryData(queryKey, before);
      tell(say('fault.not-done'));
    },
    onSettled: () => changed(queryClient, '/api/v1/me', '/api/v1/me/reports'),
  });
  return mutate;
};

function Language({ me }: { readonly me: Me }) {
  const { say } = useVoice();
  const speak = useSpeak();
  const change = useChange();
  return (
    <Choice
      label={say('account.language')}
      look="line"
      options={me.languages.map((id) => ({ id, label: languageName(id), lang: id }))}
      value={me.language}
      onChange={(language) => {
        speak(language);
        change({ language });
      }}
    />
  );
}

function Appearance() {
  const { say } = useVoice();
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <Choice
      label={say('account.theme')}
      look="line"
      options={THEMES.map((id) => ({ id, label: say(THEME_LABELS[id]) }))}
      value={theme}
      onChange={(chosen) => {
        chooseTheme(chosen);
        setTheme(chosen);
      }}
    />
  );
}

export function AccountScreen() {
  const { say } = useVoice();
  const change = useChange();
  return (
    <Page title={say('account')} actions={<Button onPress={() => void signOut()}>{say('sign-out')}</Button>}>
      <Answer query={useQuery(ask('/api/v1/me'))}>
        {(me) => (
          <div className="account">
            <p>{me.email}</p>
            <Language me={me} />
            <ZoneField
              label={say('account.zone')}
              note={say('account.zone-note')}
              value={zoneOf(me)}
              onChange={(timeZone) => {
                change({ timeZone });
              }}
            />
            <Appearance />
          </div>
        )}
      </Answer>
    </Page>
  );
}
