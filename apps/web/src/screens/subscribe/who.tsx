import type { components } from '@rounds/client/generated/api';
import { Button } from '../../design/button.tsx';
import { scopeWords } from '../../model/scope.ts';
import { AddPeople } from '../../parts/add-people.tsx';
import { Sees } from '../../parts/sees.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import { withOthers, type Draft } from './draft.ts';

type Me = components['schemas']['Me'];

interface Props {
  readonly draft: Draft;
  readonly me: Me;
  readonly onChange: (changes: Partial<Draft>) => void;
}

/** For whom, and what each of them will see. */
export function Who({ draft, me, onChange }: Props) {
  const voice = useVoice();
  const { say } = voice;
  const study = me.studies.find(({ id }) => id === draft.studyId);
  return (
    <section aria-labelledby="who">
      <h2 id="who">{say('subscribe.who')}</h2>
      <ul role="list" className="who">
        <li>
          <p>{say('who.you', { email: me.email })}</p>
          {study !== undefined && <p className="note">{scopeWords(voice, study)}</p>}
        </li>
        {draft.others.map((email) => (
          <li key={email}>
            <p>{email}</p>
            <Sees studyId={draft.studyId} recipients={draft.others} email={email} />
            <Button
              variant="quiet"
              aria-label={say('who.remove', { email })}
              onPress={() => {
                onChange({ others: draft.others.filter((other) => other !== email) });
              }}
            >
              {say('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <AddPeople
        onAdd={(addresses) => {
          onChange(withOthers(draft, addresses, me.email));
        }}
      />
    </section>
  );
}
