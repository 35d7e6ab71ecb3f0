import type { ReactNode } from 'react';
import { Button } from '../design/button.tsx';
import { useVoice } from '../words/voice-context.tsx';
import { Sees } from './sees.tsx';
import './people-list.css';

interface PeopleListProps {
  readonly studyId: string;
  readonly people: readonly string[];
  /** The last one stays: a report to nobody would be none. */
  readonly isLastKept?: boolean;
  /** Before them: whoever is one of them in any case. */
  readonly children?: ReactNode;
  readonly onChange: (people: string[]) => void;
}

/** To whom it comes, what each of them will see, and the way to take one off. */
export function PeopleList({ studyId, people, isLastKept = false, children, onChange }: PeopleListProps) {
  const { say } = useVoice();
  return (
    <ul role="list" className="chosen-people">
      {children}
      {people.map((email) => (
        <li key={email}>
          <p>{email}</p>
          <Sees studyId={studyId} recipients={people} email={email} />
          <Button
            variant="quiet"
            aria-label={say('who.remove', { email })}
            isDisabled={isLastKept && people.length === 1}
            onPress={() => {
              onChange(people.filter((other) => other !== email));
            }}
          >
            {say('remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
