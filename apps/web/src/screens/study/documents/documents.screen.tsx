import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ask } from '../../../api/queries.ts';
import { More } from '../../../design/more.tsx';
import { Select } from '../../../design/select.tsx';
import { TextField } from '../../../design/text-field.tsx';
import { studyOf } from '../parts.ts';
import { useVoice } from '../../../words/voice-context.tsx';
import { changedBy } from '../search.ts';
import { DocumentList } from './document-list.tsx';
import { documentsOf, KINDS, type DocumentFilters } from './documents.queries.ts';
import { Upload } from './upload.tsx';

const route = getRouteApi('/inside/studies/$studyId/documents');

function Filters({ kind, site }: DocumentFilters) {
  const { say } = useVoice();
  const navigate = route.useNavigate();
  const set = (name: 'kind' | 'site') => (value: string) =>
    void navigate({ search: changedBy(name, value.trim()), replace: true });
  return (
    <div className="filters" role="group" aria-label={say('filters')}>
      <Select
        label={say('document.kind')}
        value={KINDS.find((each) => each === kind) ?? ''}
        options={[
          { id: '', label: say('filter.all') },
          ...KINDS.map((id) => ({ id, label: say(`document.kind.${id}`) })),
        ]}
        onChange={set('kind')}
      />
      <TextField label={say('document.of-site')} value={site ?? ''} maxLength={40} onChange={set('site')} />
    </div>
  );
}

export function DocumentsScreen() {
  const { say } = useVoice();
  const { studyId } = route.useParams();
  const filters = route.useSearch();
  const { data: me } = useQuery(ask('/api/v1/me'));
  const study = me && studyOf(me, studyId);
  return (
    <div className="study-part">
      {study !== undefined && <Upload study={study} />}
      <section className="study-section" aria-labelledby="documents">
        <h2 id="documents">{say('documents.title')}</h2>
        {study?.unblinded === false && <p className="note">{say('documents.names-withheld')}</p>}
        <Filters {...filters} />
        <More query={useInfiniteQuery(documentsOf(studyId, filters))}>
          {(items) =>
            items.length === 0 ? (
              <p>{say('documents.none')}</p>
            ) : (
              <DocumentList studyId={studyId} documents={items} />
            )
          }
        </More>
      </section>
    </div>
  );
}
