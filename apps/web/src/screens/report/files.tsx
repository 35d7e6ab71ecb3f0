import { scopeWords } from '../../model/scope.ts';
import { sizeWords } from '../../model/size.ts';
import { isLanguage, languageName } from '../../words/voice.ts';
import { useVoice } from '../../words/voice-context.tsx';
import type { Job, ReportView } from './report.queries.ts';
import { filesBeside, otherFiles, type Output } from './report-state.ts';
import { SaveButton } from './save-button.tsx';

function File({ output, isOther }: { readonly output: Output; readonly isOther: boolean }) {
  const voice = useVoice();
  const { say } = voice;
  const { format, language, bytes, gone } = output;
  const name = say(`format.${format}`);
  const spoken = isLanguage(language) ? languageName(language) : language;
  return (
    <li>
      <div>
        <p>
          {name} <span className="note">{`${spoken} · ${sizeWords(voice, bytes)}`}</span>
        </p>
        {isOther && <p className="note">{scopeWords(voice, output.scope)}</p>}
        {output.lacking !== null && <p className="note">{say('read.file-lacking')}</p>}
      </div>
      {gone ? (
        <span className="note">{say('read.file-gone')}</span>
      ) : (
        <SaveButton
          output={output}
          label={say('read.save')}
          ariaLabel={say('read.save-file', { file: `${name}, ${spoken}` })}
        />
      )}
    </li>
  );
}

const keyOf = ({ sha256, format, language }: Output): string => `${sha256} ${format} ${language}`;

/** @param view null where there is no page of it: each file says what it shows */
export function Files({ job, view }: { readonly job: Job; readonly view: ReportView | null }) {
  const { say } = useVoice();
  const own = view === null ? job.outputs : filesBeside(job.outputs, view);
  const others = view === null ? [] : otherFiles(job.outputs, view);
  return (
    <section aria-labelledby="files">
      <h2 id="files">{say('read.files')}</h2>
      <ul role="list" className="report-lines">
        {own.map((output) => (
          <File key={keyOf(output)} output={output} isOther={view === null} />
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3>{say('read.other-files')}</h3>
          <ul role="list" className="report-lines">
            {others.map((output) => (
              <File key={keyOf(output)} output={output} isOther />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
