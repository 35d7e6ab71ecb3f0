import { RoundsProblem, RoundsUnreachable } from '@rounds/client/problem';
import type { Label, Say } from '../words/message.ts';
import { useVoice } from '../words/voice-context.tsx';
import { SignInUnavailable } from '../auth/session.ts';
import { Button } from './button.tsx';
import './fault.css';

interface Told {
  readonly title: Label;
  readonly text: Label;
}

const UNREACHABLE: Told = { title: 'fault.unreachable-title', text: 'fault.unreachable' };

const BY_STATUS: Readonly<Record<number, Told>> = {
  403: { title: 'fault.forbidden-title', text: 'fault.forbidden' },
  404: { title: 'fault.not-found-title', text: 'fault.not-found' },
  410: { title: 'fault.gone-title', text: 'fault.gone' },
  412: { title: 'fault.changed-title', text: 'fault.changed' },
  409: { title: 'fault.changed-title', text: 'fault.changed' },
  429: { title: 'fault.busy-title', text: 'fault.busy' },
  503: { title: 'fault.busy-title', text: 'fault.down' },
};

const BROKEN: Told = { title: 'fault.broken-title', text: 'fault.broken' };

const toldOf = (error: unknown): Told => {
  if (error instanceof SignInUnavailable)
    return { title: 'fault.no-sign-in-title', text: 'fault.no-sign-in' };
  if (error instanceof RoundsUnreachable || error instanceof TypeError) return UNREACHABLE;
  return (error instanceof RoundsProblem ? BY_STATUS[error.status] : undefined) ?? BROKEN;
};

/** Why something was not done, in one or two sentences; for where there is no room for more. */
export const faultText = (error: unknown): Label => toldOf(error).text;

/** That a wish was not done, and why; without an answer nobody knows. */
export const notDone = (say: Say, error: unknown, told: Label = 'fault.not-done'): string =>
  toldOf(error) === UNREACHABLE ? say('fault.not-certain') : `${say(told)} ${say(faultText(error))}`;

/** What went wrong, in the reader's words, and a way on. `focus`: where it takes the place of a page. */
export function Fault({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { say } = useVoice();
  const { title, text } = toldOf(error);
  return (
    <div className="fault" role="alert">
      <h2>{say(title)}</h2>
      <p>{say(text)}</p>
      {retry !== undefined && <Button onPress={retry}>{say('try-again')}</Button>}
      {error instanceof RoundsProblem && (
        <p className="note">{say('fault.reference', { id: error.requestId })}</p>
      )}
    </div>
  );
}
