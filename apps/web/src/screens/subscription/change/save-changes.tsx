/** Saves what was changed; what somebody else changed meanwhile is said before, and never overwritten unseen. */
import { useEffect } from 'react';
import { RoundsProblem } from '@rounds/client/problem';
import { Button } from '../../../design/button.tsx';
import { Fault } from '../../../design/fault.tsx';
import { isInput, recipientOf, Wrong } from '../../../parts/wrong.tsx';
import type { Label } from '../../../words/message.ts';
import { useVoice } from '../../../words/voice-context.tsx';
import { fieldsChanged, type Field } from './draft.ts';
import type { Drafting } from './use-draft.ts';
import { isChangedMeanwhile, useSave } from './use-save.ts';

interface Props {
  readonly drafting: Drafting;
}

const NAMES: Readonly<Record<Field, Label>> = {
  schedule: 'details.when',
  holidays: 'details.holidays',
  until: 'details.until',
  recipients: 'details.to',
  formats: 'files.formats',
  deliver: 'files.deliver',
};

function Meanwhile({ drafting: { theirs, both, keepMine, takeTheirs } }: Props) {
  const { say, list } = useVoice();
  const named = (fields: readonly Field[]) => list(fields.map((field) => say(NAMES[field])));
  return (
    <div className="wrong" role="alert">
      <h2>{say('meanwhile.title')}</h2>
      <p>{say('meanwhile.text', { fields: named(theirs) })}</p>
      {both.length > 0 && <p>{say('meanwhile.both', { fields: named(both) })}</p>}
      <Button onPress={keepMine}>{say('meanwhile.keep-mine')}</Button>
      <Button onPress={takeTheirs}>{say('meanwhile.take-theirs')}</Button>
    </div>
  );
}

const isDouble = (error: unknown): boolean =>
  error instanceof RoundsProblem && error.code === 'SUBSCRIPTION_EXISTS';

/** Who of the recipients is no member of the study, by their address. */
const strangersIn = (error: unknown, people: readonly string[]): string[] => {
  const strange = isInput(error) ? error.errors.filter(({ code }) => code === 'not-a-member') : [];
  return strange.flatMap(({ field }) => recipientOf(field, people) ?? []);
};

function Refusal({
  error,
  drafting,
  anyway,
}: Props & { readonly error: unknown; readonly anyway: () => void }) {
  const { say, list } = useVoice();
  const strangers = strangersIn(error, drafting.draft.recipients);
  if (isDouble(error))
    return (
      <div className="wrong" role="alert">
        <p>{say('double.text')}</p>
        <Button onPress={anyway}>{say('change.anyway')}</Button>
      </div>
    );
  if (strangers.length > 0)
    return (
      <div className="wrong" role="alert">
        <p>{say('change.no-members', { n: strangers.length, people: list(strangers) })}</p>
      </div>
    );
  return isInput(error) ? (
    <Wrong problem={error} recipients={drafting.draft.recipients} />
  ) : (
    <Fault error={error} />
  );
}

export function SaveChanges({ drafting }: Props) {
  const { say } = useVoice();
  const { base, draft, theirs } = drafting;
  const { mutate, reset, isPending, error } = useSave();
  // What was refused is no longer what stands there.
  useEffect(reset, [draft, reset]);
  const isClean = fieldsChanged(base, draft).length === 0;
  return (
    <div className="columns-do">
      {theirs.length > 0 && <Meanwhile drafting={drafting} />}
      {error !== null && !(isChangedMeanwhile(error) && theirs.length > 0) && (
        <Refusal
          error={error}
          drafting={drafting}
          anyway={() => {
            mutate({ base, draft, evenIfEqual: true });
          }}
        />
      )}
      <Button
        variant="main"
        isPending={isPending}
        isDisabled={isClean || theirs.length > 0}
        onPress={() => {
          mutate({ base, draft });
        }}
      >
        {say('change.save')}
      </Button>
      <p className="note">{say(isClean ? 'change.clean' : 'change.from-next')}</p>
    </div>
  );
}
