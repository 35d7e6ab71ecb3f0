import { Button } from '../../../design/button.tsx';
import { AddPeople } from '../../../parts/add-people.tsx';
import { Sees } from '../../../parts/sees.tsx';
import { useVoice } from '../../../words/voice-context.tsx';

interface PeopleFieldProps {
  readonly studyId: string;
  readonly people: readonly string[];
  readonly onChange: (people: string[]) => void;
}

/** To whom it comes. The last one stays: a report to nobody would be none. */
export function PeopleField({ studyId, people, onChange }: PeopleFieldProps) {
  const { say } = useVoice();
  return (
    <section aria-labelledby="who">
      <h2 id="who">{say('subscribe.who')}</h2>
      <ul role="list" className="change-people">
        {people.map((email) => (
          <li key={email}>
            <div>
              <p>{email}</p>
              <Sees studyId={studyId} recipients={people} email={email} />
            </div>
            <Button
              variant="quiet"
              aria-label={say('who.remove', { email })}
              isDisabled={people.length === 1}
              onPress={() => {
                onChange(people.filter((other) => other !== email));
              }}
            >
              {say('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <AddPeople
        onAdd={(added) => {
          onChange([...new Set([...people, ...added])]);
        }}
      />
    </section>
  );
}
