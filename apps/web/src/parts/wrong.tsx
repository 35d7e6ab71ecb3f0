import { RoundsProblem } from '@rounds/client/problem';
import { useVoice } from '../words/voice-context.tsx';
import { ruleWords, type Broken } from './rules.ts';
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

interface FaultProps {
  readonly broken: Broken;
  /** Of the person that it is about, where it is about one. */
  readonly email: string | undefined;
}

function FaultLine({ broken, email }: FaultProps) {
  const words = ruleWords(useVoice(), broken, email);
  return words === null ? (
    <li lang="en">
      {broken.field}: {broken.rule}
    </li>
  ) : (
    <li>{words}</li>
  );
}

/** What is wrong with what was filled in, in the reader's words; for what there are none, in the API's, which are English. */
export function Wrong({ problem, recipients = [] }: WrongProps) {
  const { say } = useVoice();
  return (
    <div className="wrong" role="alert">
      <p>{say('wrong.title')}</p>
      <ul>
        {problem.errors.map((broken) => (
          <FaultLine
            key={broken.field + broken.rule}
            broken={broken}
            email={recipientOf(broken.field, recipients)}
          />
        ))}
      </ul>
    </div>
  );
}
