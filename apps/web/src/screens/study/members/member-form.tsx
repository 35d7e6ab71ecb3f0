import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changed } from '../../../api/changes.ts';
import { Button } from '../../../design/button.tsx';
import { Choices } from '../../../design/choice.tsx';
import { Fault } from '../../../design/fault.tsx';
import { TextField } from '../../../design/text-field.tsx';
import { tell } from '../../../design/tidings.tsx';
import { useVoice } from '../../../words/voice-context.tsx';
import { faultIn, type Authority, type Grant, type Member } from './member.ts';
import { MEMBERS, setMember } from './members.queries.ts';
import { PersonField } from './person-field.tsx';
import { refusedField } from './refused-field.ts';
import { SitesField } from './sites-field.tsx';

interface MemberFormProps {
  readonly studyId: string;
  readonly authority: Authority;
  readonly members: readonly Member[];
  /** Who is changed; absent: somebody new. */
  readonly known?: Member;
  readonly close: () => void;
}

const grantOf = (authority: Authority, known: Member | undefined): Grant => ({
  person: known?.userId ?? '',
  sites: known === undefined ? sitesFirst(authority) : copyOf(known.sites),
  unblinded: known?.unblinded ?? false,
  manages: known?.manages ?? false,
  reason: '',
});

const copyOf = (sites: Member['sites']): Grant['sites'] => (sites === 'all' ? sites : [...sites]);
const sitesFirst = ({ sites }: Authority): Grant['sites'] => copyOf(sites);

const useGrant = ({ studyId, known, close }: MemberFormProps) => {
  const { say } = useVoice();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (grant: Grant) => setMember(studyId, grant, known),
    onSuccess: async ({ name, email }) => {
      await changed(queryClient, MEMBERS);
      tell(say('member.set', { person: name ?? email }));
      close();
    },
    onError: () => changed(queryClient, MEMBERS),
  });
};

type Extra = 'unblinded' | 'manages';

function Extras({ grant, set, authority }: FieldsProps) {
  const { say } = useVoice();
  const offered: readonly Extra[] = authority.unblinded ? ['unblinded', 'manages'] : ['manages'];
  return (
    <Choices
      label={say('member.also')}
      options={offered.map((id) => ({ id, label: say(`member.also.${id}`) }))}
      value={offered.filter((id) => grant[id])}
      onChange={(chosen) => {
        set({ unblinded: chosen.includes('unblinded'), manages: chosen.includes('manages') });
      }}
    />
  );
}

interface FieldsProps {
  readonly grant: Grant;
  readonly set: (change: Partial<Grant>) => void;
  readonly authority: Authority;
}

export function MemberForm(props: MemberFormProps) {
  const { studyId, authority, members, known, close } = props;
  const { say } = useVoice();
  const [grant, setGrant] = useState(() => grantOf(authority, known));
  const [isTried, setTried] = useState(false);
  const { mutate, error, isPending } = useGrant(props);
  const fault = isTried ? (faultIn(grant, known, members) ?? refusedField(error)) : null;
  const set = (change: Partial<Grant>): void => {
    setGrant((before) => ({ ...before, ...change }));
  };
  const submit = (): void => {
    setTried(true);
    if (faultIn(grant, known, members) === null) mutate(grant);
  };
  const said = (...of: readonly NonNullable<typeof fault>[]) =>
    fault !== null && of.includes(fault) ? say(`member.fault.${fault}`) : undefined;
  return (
    <form
      className="dialog-text"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {known === undefined && (
        <PersonField
          value={grant.person}
          fault={said('person', 'already')}
          onChange={(person) => {
            set({ person });
          }}
        />
      )}
      <SitesField
        studyId={studyId}
        held={authority.sites}
        value={grant.sites}
        fault={said('sites')}
        onChange={(sites) => {
          set({ sites });
        }}
      />
      <Extras grant={grant} set={set} authority={authority} />
      <TextField
        label={say('member.reason')}
        note={say('member.reason-note')}
        value={grant.reason}
        maxLength={500}
        isRequired={grant.unblinded && known?.unblinded !== true}
        fault={said('reason')}
        onChange={(reason) => {
          set({ reason });
        }}
      />
      {error !== null && refusedField(error) === null && <Fault error={error} />}
      <div className="dialog-ways">
        <Button onPress={close}>{say('leave-it')}</Button>
        <Button type="submit" variant="main" isPending={isPending}>
          {say(known === undefined ? 'member.add' : 'member.save')}
        </Button>
      </div>
    </form>
  );
}
