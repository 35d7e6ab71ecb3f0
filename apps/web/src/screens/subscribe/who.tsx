import type { components } from '@rounds/client/generated/api';
import { scopeWords } from '../../model/scope.ts';
import { AddPeople } from '../../parts/add-people.tsx';
import { PeopleList } from '../../parts/people-list.tsx';
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
      <PeopleList
        studyId={draft.studyId}
        people={draft.others}
        onChange={(others) => {
          onChange({ others });
        }}
      >
        <li>
          <p>{say('who.you', { email: me.email })}</p>
          {study !== undefined && <p className="note">{scopeWords(voice, study)}</p>}
        </li>
      </PeopleList>
      <AddPeople
        onAdd={(addresses) => {
          onChange(withOthers(draft, addresses, me.email));
        }}
      />
    </section>
  );
}
