import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { components } from '@rounds/client/generated/api';
import { ask } from '../../api/queries.ts';
import { now } from '../../clock.ts';
import { Answer } from '../../design/answer.tsx';
import { Page } from '../../design/page.tsx';
import { Table } from '../../design/table.tsx';
import { scopeWords } from '../../model/scope.ts';
import { byState, stateWords } from '../../model/study.ts';
import { Moment } from '../../parts/moment.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import './studies.css';

type Study = components['schemas']['Study'];

/** A blinded reader's title may be the id itself. */
function Name({ study: { id, title } }: { readonly study: Study }) {
  return (
    <>
      <Link to="/studies/$studyId" params={{ studyId: id }}>
        {id}
      </Link>
      {title !== id && <p className="studies-title">{title}</p>}
    </>
  );
}

function LastImport({ study: { importedAt } }: { readonly study: Study }) {
  const { say } = useVoice();
  return importedAt === null ? say('study.nothing-imported') : <Moment at={importedAt} />;
}

function Studies({ items }: { readonly items: readonly Study[] }) {
  const voice = useVoice();
  const { say } = voice;
  return (
    <Table
      label={say('studies.title')}
      rows={items.toSorted(byState(now()))}
      keyOf={({ id }) => id}
      columns={[
        { id: 'study', head: say('study'), cell: (study) => <Name study={study} /> },
        { id: 'state', head: say('study.state'), cell: (study) => stateWords(voice, study, now()) },
        {
          id: 'import',
          head: say('study.last-import'),
          isWhole: true,
          cell: (study) => <LastImport study={study} />,
        },
        { id: 'scope', head: say('study.you-see'), cell: (study) => scopeWords(voice, study) },
      ]}
    />
  );
}

export function StudiesScreen() {
  const { say } = useVoice();
  return (
    <Page title={say('studies.title')}>
      <Answer query={useQuery(ask('/api/v1/studies'))} lines={4}>
        {({ items }) =>
          items.length === 0 ? <p className="lead">{say('home.no-study')}</p> : <Studies items={items} />
        }
      </Answer>
    </Page>
  );
}
