import { RoundsProblem } from '@rounds/client/problem';
import { useVoice } from '../words/voice-context.tsx';
import './wrong.css';

/** A refusal of what was filled in, field by field. */
export const isInput = (error: unknown): error is RoundsProblem =>
  error instanceof RoundsProblem && ['INVALID_INPUT', 'UNPROCESSABLE'].includes(error.code);

interface WrongProps {
  readonly problem: RoundsProblem;
  /** As they were sent: the API names one that it refuses by its place. */
  readonly recipients?: readonly string[];
}

/** `recipients.1` → the second one. */
const recipientOf = (field: string, recipients: readonly string[]): string | undefined =>
  recipients[Number(/^recipients\.(\d+)$/.exec(field)?.[1])];

/** What is wrong with what was filled in, by name where it is a person; else by the API's rules, which are in English. */
export function Wrong({ problem, recipients = [] }: WrongProps) {
  const { say } = useVoice();
  return (
    <div className="wrong" role="alert">
      <p>{say('wrong.title')}</p>
      <ul>
        {problem.errors.map(({ field, rule }) => {
          const email = recipientOf(field, recipients);
          return email === undefined ? (
            <li key={field + rule} lang="en">
              {field}: {rule}
            </li>
          ) : (
            <li key={field}>{say('wrong.recipient', { email })}</li>
          );
        })}
      </ul>
    </div>
  );
}
