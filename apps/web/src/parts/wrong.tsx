import { RoundsProblem } from '@rounds/client/problem';
import { useVoice } from '../words/voice-context.tsx';
import './wrong.css';

/** A refusal of what was filled in, field by field. */
export const isInput = (error: unknown): error is RoundsProblem =>
  error instanceof RoundsProblem && ['INVALID_INPUT', 'UNPROCESSABLE'].includes(error.code);

/** What is wrong with what was filled in; the API's rules are in English. */
export function Wrong({ problem }: { readonly problem: RoundsProblem }) {
  const { say } = useVoice();
  return (
    <div className="wrong" role="alert">
      <p>{say('wrong.title')}</p>
      <ul>
        {problem.errors.map(({ field, rule }) => (
          <li key={field + rule} lang="en">
            {field}: {rule}
          </li>
        ))}
      </ul>
    </div>
  );
}
