import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../../api/queries.ts';
import { Choice, Choices } from '../../../design/choice.tsx';
import { TextField } from '../../../design/text-field.tsx';
import { useVoice } from '../../../words/voice-context.tsx';
import { sitesIn, type Grant, type Sites } from './member.ts';

interface SitesFieldProps {
  readonly studyId: string;
  /** Of whoever gives them: nobody gives more. */
  readonly held: Sites;
  readonly value: Grant['sites'];
  readonly fault: string | undefined;
  readonly onChange: (sites: Grant['sites']) => void;
}

interface SomeProps extends Pick<SitesFieldProps, 'studyId' | 'fault'> {
  readonly value: readonly string[];
  readonly onChange: (sites: string[]) => void;
}

const WHICH = ['all', 'some'] as const;

/** By typing, and of those that have a subject by choosing: each shows what the other did. */
function Some({ studyId, value, fault, onChange }: SomeProps) {
  const { say } = useVoice();
  const [text, setText] = useState(value.join(', '));
  const { data } = useQuery(ask('/api/v1/studies/{studyId}/sites', { params: { path: { studyId } } }));
  const known = (data?.items ?? []).map(({ id }) => id);
  const choose = (chosen: readonly string[]): void => {
    const sites = [...chosen, ...value.filter((id) => !known.includes(id))];
    setText(sites.join(', '));
    onChange(sites);
  };
  return (
    <>
      <TextField
        label={say('member.site-ids')}
        note={say('member.site-ids-note')}
        value={text}
        fault={fault}
        onChange={(typed) => {
          setText(typed);
          onChange(sitesIn(typed));
        }}
      />
      {known.length > 0 && (
        <div className="known-sites">
          <Choices
            label={say('member.sites-known')}
            options={known.map((id) => ({ id, label: id }))}
            value={value.filter((id) => known.includes(id))}
            onChange={choose}
          />
        </div>
      )}
    </>
  );
}

export function SitesField({ studyId, held, value, fault, onChange }: SitesFieldProps) {
  const { say } = useVoice();
  if (held !== 'all')
    return (
      <>
        <Choices
          label={say('member.sites')}
          options={held.map((id) => ({ id, label: id }))}
          value={value === 'all' ? held : value}
          onChange={onChange}
        />
        {fault !== undefined && <p className="field-fault">{fault}</p>}
      </>
    );
  return (
    <>
      <Choice
        label={say('member.sites')}
        look="line"
        value={value === 'all' ? 'all' : 'some'}
        options={WHICH.map((id) => ({ id, label: say(`member.sites.${id}`) }))}
        onChange={(which) => {
          onChange(which === 'all' ? 'all' : []);
        }}
      />
      {value !== 'all' && <Some studyId={studyId} value={value} fault={fault} onChange={onChange} />}
    </>
  );
}
