import { useId } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { components } from '@rounds/client/generated/api';
import { api } from '../../api/client.ts';
import { ask } from '../../api/queries.ts';
import { Fault } from '../../design/fault.tsx';
import { zoneOf } from '../../model/zone.ts';
import type { Label } from '../../words/message.ts';
import { useVoice } from '../../words/voice-context.tsx';
import type { Job } from './report.queries.ts';

type Verification = components['schemas']['Verification'];

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The file stays here: only its hash is asked about. */
const verify = async (file: File, runId: string): Promise<Verification> => {
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return await api.post('/api/v1/verify', { body: { sha256, runId } });
};

const VERDICTS: Readonly<Record<Verification['verdict'], Label>> = {
  genuine: 'read.verdict.genuine',
  unsent: 'read.verdict.unsent',
  altered: 'read.verdict.altered',
  unknown: 'read.verdict.unknown',
};

const isOfThis = ({ matches }: Verification, jobId: string): boolean =>
  matches.some(({ run }) => run.jobId === jobId);

function Verdict({
  answer,
  jobId,
  name,
}: {
  readonly answer: Verification;
  readonly jobId: string;
  readonly name: string;
}) {
  const { say, moment } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  const isGood = answer.verdict === 'genuine';
  const made = answer.matches[0]?.file?.madeAt;
  const label = isGood && !isOfThis(answer, jobId) ? 'read.verdict.another' : VERDICTS[answer.verdict];
  return (
    <div className={isGood ? 'verdict verdict-good' : 'verdict verdict-bad'}>
      <p>
        <strong>{name}</strong> {say(label)}
      </p>
      {made !== undefined && <p className="note">{say('read.made-at', { at: moment(made, zoneOf(me)) })}</p>}
    </div>
  );
}

/** Is the file that somebody holds the one that was made? */
export function Verify({ job: { jobId } }: { readonly job: Job }) {
  const { say } = useVoice();
  const id = useId();
  const { mutate, data, error, variables, isPending } = useMutation({
    mutationFn: (file: File) => verify(file, jobId),
  });
  return (
    <section aria-labelledby="verify">
      <h2 id="verify">{say('read.verify')}</h2>
      <p>{say('read.verify-text')}</p>
      <label className="label" htmlFor={id}>
        {say('read.verify-file')}
      </label>
      <input
        id={id}
        type="file"
        className="verify-file"
        disabled={isPending}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) mutate(file);
        }}
      />
      <div role="status">
        {data !== undefined && <Verdict answer={data} jobId={jobId} name={variables.name} />}
      </div>
      {error !== null && (
        <Fault
          error={error}
          retry={() => {
            mutate(variables);
          }}
        />
      )}
    </section>
  );
}
