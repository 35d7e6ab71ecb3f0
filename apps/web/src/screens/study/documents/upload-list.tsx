import { RoundsProblem } from '@rounds/client/problem';
import { Button } from '../../../design/button.tsx';
import { Progress } from '../../../design/progress.tsx';
import { Rule } from '../../../parts/wrong.tsx';
import type { Label } from '../../../words/message.ts';
import { useVoice } from '../../../words/voice-context.tsx';
import { TooLarge, type UploadState } from './use-uploads.ts';

const TOO_MANY = 429;

const BY_STATUS: Readonly<Record<number, Label>> = {
  403: 'fault.forbidden',
  413: 'upload.too-large',
  [TOO_MANY]: 'upload.too-many',
};

function Why({ error }: { readonly error: unknown }) {
  const { say } = useVoice();
  if (error instanceof TooLarge) return say('upload.too-large');
  if (!(error instanceof RoundsProblem)) return say('upload.not-sent');
  const [broken] = error.errors;
  return broken === undefined ? say(BY_STATUS[error.status] ?? 'fault.not-done') : <Rule broken={broken} />;
}

/** What is refused for what it is, is refused again. */
const mayPass = (error: unknown): boolean =>
  !(error instanceof TooLarge) && !(error instanceof RoundsProblem && error.status < TOO_MANY);

interface OneProps {
  readonly upload: UploadState;
  readonly again: () => void;
  readonly remove: () => void;
}

function One({ upload: { file, state, sent, error }, again, remove }: OneProps) {
  const { say } = useVoice();
  const isOver = state === 'added' || state === 'failed';
  return (
    <li className="upload-one">
      {state === 'sending' ? (
        <Progress label={file.name} value={sent} />
      ) : (
        <p>
          {file.name} <span className="note">{state !== 'failed' && say(`upload.state.${state}`)}</span>
        </p>
      )}
      {state === 'failed' && (
        <p className="urgent">
          <Why error={error} />
        </p>
      )}
      <div className="page-actions">
        {state === 'failed' && mayPass(error) && (
          <Button variant="quiet" onPress={again} aria-label={`${say('try-again')}: ${file.name}`}>
            {say('try-again')}
          </Button>
        )}
        <Button
          variant="quiet"
          onPress={remove}
          aria-label={`${say(isOver ? 'upload.clear' : 'upload.stop')}: ${file.name}`}
        >
          {say(isOver ? 'upload.clear' : 'upload.stop')}
        </Button>
      </div>
    </li>
  );
}

interface UploadListProps {
  readonly uploads: readonly UploadState[];
  readonly again: (upload: UploadState) => void;
  readonly remove: (key: string) => void;
}

/** What is being sent, and what became of it. */
export function UploadList({ uploads, again, remove }: UploadListProps) {
  const { say } = useVoice();
  const count = (wanted: UploadState['state']): number =>
    uploads.filter(({ state }) => state === wanted).length;
  const [added, failed] = [count('added'), count('failed')];
  const isDone = uploads.length > 0 && added + failed === uploads.length;
  return (
    <>
      <p className="only-heard" role="status">
        {isDone && say('upload.done', { added, failed })}
      </p>
      <ul role="list" className="upload-list">
        {uploads.map((upload) => (
          <One
            key={upload.key}
            upload={upload}
            again={() => {
              again(upload);
            }}
            remove={() => {
              remove(upload.key);
            }}
          />
        ))}
      </ul>
    </>
  );
}
