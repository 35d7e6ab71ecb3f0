import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { appConfig } from '../../../api/config.ts';
import { Choice } from '../../../design/choice.tsx';
import { FileDrop } from '../../../design/file-drop.tsx';
import { Select } from '../../../design/select.tsx';
import { TextField } from '../../../design/text-field.tsx';
import { sizeWords } from '../../../model/size.ts';
import type { Study } from '../../../model/study.ts';
import type { Voice } from '../../../words/voice.ts';
import { useVoice } from '../../../words/voice-context.tsx';
import { seenByWords } from './document.ts';
import { UploadList } from './upload-list.tsx';
import { useUploads, type Belongs } from './use-uploads.ts';
import './upload.css';

const TYPES = ['.txt', '.md', 'image/*', '.jp2', '.jxl', '.heic', '.heif', '.tif', '.tiff'];

type Whose = 'study' | 'site' | 'subject';

/** Whoever sees some sites adds to those alone. */
const choicesFor = ({ sites }: Study): readonly Whose[] =>
  sites === 'all' ? ['study', 'site', 'subject'] : ['site', 'subject'];

interface SiteProps {
  readonly sites: Study['sites'];
  readonly value: string;
  readonly onChange: (site: string) => void;
}

function Site({ sites, ...rest }: SiteProps) {
  const { say } = useVoice();
  const label = say('document.site');
  if (sites === 'all') return <TextField {...rest} label={label} maxLength={40} isRequired />;
  return <Select {...rest} label={label} options={sites.map((id) => ({ id, label: id }))} />;
}

/** Who will see it, said before it is sent. */
const willSee = (voice: Voice, whose: Whose, { siteId, subject }: Belongs): string => {
  if (whose === 'subject') return seenByWords(voice, { siteId: null, subject });
  return seenByWords(voice, { siteId: whose === 'site' ? siteId : null, subject: null });
};

/** How large each may be; what is larger is refused. */
function Most() {
  const voice = useVoice();
  const { data } = useQuery({ queryKey: ['/api/v1/config'], queryFn: appConfig });
  if (data === undefined) return null;
  return (
    <p className="note">{voice.say('upload.most', { size: sizeWords(voice, data.limits.uploadBytes) })}</p>
  );
}

const isSaid = (whose: Whose, { siteId, subject }: Belongs): boolean =>
  whose === 'study' || (whose === 'site' ? siteId : subject) !== '';

export function Upload({ study: { id, sites } }: { readonly study: Study }) {
  const voice = useVoice();
  const { say } = voice;
  const choices = choicesFor({ sites } as Study);
  const [whose, setWhose] = useState<Whose>(choices[0] ?? 'site');
  const [siteId, setSiteId] = useState(sites === 'all' ? '' : (sites[0] ?? ''));
  const [subject, setSubject] = useState('');
  const { uploads, add, again, remove } = useUploads(id);
  const belongs: Belongs = {
    siteId: whose === 'site' ? siteId.trim() : '',
    subject: whose === 'subject' ? subject.trim() : '',
  };
  return (
    <section className="study-section upload" aria-labelledby="upload">
      <h2 id="upload">{say('upload.title')}</h2>
      <Choice
        label={say('upload.whose')}
        look="line"
        value={whose}
        options={choices.map((each) => ({ id: each, label: say(`upload.whose.${each}`) }))}
        onChange={setWhose}
      />
      {whose === 'site' && <Site sites={sites} value={siteId} onChange={setSiteId} />}
      {whose === 'subject' && (
        <TextField
          label={say('document.subject')}
          note={say('upload.subject-note')}
          value={subject}
          maxLength={80}
          onChange={setSubject}
          isRequired
        />
      )}
      {isSaid(whose, belongs) ? (
        <>
          <p>
            <strong>{willSee(voice, whose, belongs)}</strong> {say('upload.next-report')}
          </p>
          <FileDrop
            label={say('upload.drop')}
            note={<Most />}
            choose={say('upload.choose')}
            types={TYPES}
            onFiles={(files) => {
              add(files, belongs);
            }}
          />
        </>
      ) : (
        <p className="note">{say('upload.say-whose')}</p>
      )}
      <UploadList uploads={uploads} again={again} remove={remove} />
    </section>
  );
}
