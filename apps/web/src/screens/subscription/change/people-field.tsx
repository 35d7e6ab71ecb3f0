import { AddPeople } from '../../../parts/add-people.tsx';
import { PeopleList } from '../../../parts/people-list.tsx';
import { useVoice } from '../../../words/voice-context.tsx';

interface PeopleFieldProps {
  readonly studyId: string;
  readonly people: readonly string[];
  readonly onChange: (people: string[]) => void;
}

export function PeopleField({ studyId, people, onChange }: PeopleFieldProps) {
  const { say } = useVoice();
  return (
    <section aria-labelledby="who">
      <h2 id="who">{say('subscribe.who')}</h2>
      <PeopleList studyId={studyId} people={people} isLastKept onChange={onChange} />
      <AddPeople
        onAdd={(added) => {
          onChange([...new Set([...people, ...added])]);
        }}
      />
    </section>
  );
}
