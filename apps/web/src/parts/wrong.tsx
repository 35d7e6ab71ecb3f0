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
export const recipientOf = (field: string, recipients: readonly string[]): string | undefined =>
  recipients[Number(/^recipients\.(\d+)$/.exec(field)?.[1])];

interface RuleProps {
  readonly broken: Broken;
  /** The address of the person that it is about, where it is about one. */
  readonly about?: string | undefined;
}

/** In the reader's words; where there are none, in the API's, which are English. */
export function Rule({ broken, about }: RuleProps) {
  const words = ruleWords(useVoice(), broken, about);
  return words ?? <span lang="en">{`${broken.field}: ${broken.rule}`}</span>;
}

/** What is wrong with what was filled in. */
export function Wrong({ problem, recipients = [] }: WrongProps) {
  const { say } = useVoice();
  return (
    <div className="wrong" role="alert">
      <p>{say('wrong.title')}</p>
      <ul>
        {problem.errors.map((broken) => (
          <li key={broken.field}>
            <Rule broken={broken} about={recipientOf(broken.field, recipients)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
