import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { RoundsProblem } from '@rounds/client/problem';
import { ask } from '../../api/queries.ts';
import { Button } from '../../design/button.tsx';
import { zoneOf } from '../../model/zone.ts';
import { useVoice } from '../../words/voice-context.tsx';
import { Contents } from './contents.tsx';
import { Deliveries } from './deliveries.tsx';
import { Files } from './files.tsx';
import { Attention, Changes, Figures, Lacking, Trends } from './first-page.tsx';
import { Guarded, isRefusal } from './guarded.tsx';
import { ReportHead } from './head.tsx';
import { PdfBeside } from './pdf-beside.tsx';
import { About, Definitions } from './reading.tsx';
import { askForView, type Job, type ReportView } from './report.queries.ts';
import { filesBeside } from './report-state.ts';
import { Section } from './section.tsx';
import { SaveButton } from './save-button.tsx';
import { Verify } from './verify.tsx';

const route = getRouteApi('/inside/reports/$jobId');

interface Props {
  readonly job: Job;
  readonly view: ReportView;
}

/** On a wide screen the PDF comes beside the figures; on a phone it is saved, and its own viewer opens it. */
function Actions({ job, view }: Props) {
  const { say } = useVoice();
  const { pdf: isBeside = false } = route.useSearch();
  const navigate = route.useNavigate();
  const pdf = filesBeside(job.outputs, view).find(({ format }) => format === 'pdf');
  if (pdf === undefined) return null;
  return (
    <>
      {navigator.pdfViewerEnabled && (
        <span className="only-wide">
          <Button
            aria-pressed={isBeside}
            onPress={() => void navigate({ search: isBeside ? {} : { pdf: true }, resetScroll: false })}
          >
            {say(isBeside ? 'read.without-pdf' : 'read.with-pdf')}
          </Button>
        </span>
      )}
      <SaveButton output={pdf} variant="main" label={say('read.save-pdf')} />
    </>
  );
}

/** What it shows, and how new its data are. */
function Facts({ head: { scope, cutAt } }: Pick<ReportView['report'], 'head'>) {
  const { say, moment } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  return (
    <p className="report-scope">
      {scope} · {say('read.data-of', { at: moment(cutAt, zoneOf(me)) })}
    </p>
  );
}

function Sections({ view: { report } }: Pick<Props, 'view'>) {
  return report.sections.map((section) => <Section key={section.id} section={section} />);
}

/** What there is beside the page: the files, who has them, whether one is genuine. */
function Rest({ job, view }: { readonly job: Job; readonly view: ReportView | null }) {
  return (
    <div className="report-rest">
      <Files job={job} view={view} />
      <Deliveries job={job} />
      <Verify job={job} />
    </div>
  );
}

/** Its figures are kept no longer, or are too many for a page; the files may be had all the same. */
function FilesAlone({ job }: { readonly job: Job }) {
  const { say } = useVoice();
  return (
    <div className="report">
      <p className="lead">{say('read.files-alone')}</p>
      <Rest job={job} view={null} />
    </div>
  );
}

const isFilesAlone = (error: unknown): boolean =>
  error instanceof RoundsProblem && ['ARTEFACT_GONE', 'PAYLOAD_TOO_LARGE'].includes(error.code);

function Body({ job, view }: Props) {
  const { report } = view;
  const { pdf: isBeside = false } = route.useSearch();
  const pdf = filesBeside(job.outputs, view).find(({ format }) => format === 'pdf');
  const hasPdf = isBeside && pdf !== undefined;
  return (
    <div className={`report ${hasPdf ? 'report-beside' : ''}`}>
      <article className="report-text" lang={report.language}>
        <Facts head={report.head} />
        <Lacking lacking={report.lacking} />
        <Attention report={report} />
        <Figures report={report} />
        <Changes changes={report.changes} />
        <Trends report={report} />
        <Contents report={report} />
        <Sections view={view} />
        <Definitions report={report} />
        <About report={report} job={job} />
      </article>
      <Rest job={job} view={view} />
      {hasPdf && <PdfBeside output={pdf} />}
    </div>
  );
}

/** Operators and auditors see what was made of every study, and the data of none that they are not a member of. */
const useIsStranger = ({ studyId }: Job): boolean => {
  const { data: me } = useQuery(ask('/api/v1/me'));
  return me !== undefined && !me.studies.some(({ id }) => id === studyId);
};

export function Made({ job }: { readonly job: Job }) {
  const { language, say } = useVoice();
  const isStranger = useIsStranger(job);
  const query = useQuery(askForView(job, language));
  const { data: view } = query;
  const isShown = view !== undefined && !query.isError;
  if (isStranger && isRefusal(query.error))
    return (
      <ReportHead job={job}>
        <p className="lead">{say('read.for-members')}</p>
      </ReportHead>
    );
  return (
    <ReportHead job={job} actions={isShown ? <Actions job={job} view={view} /> : undefined}>
      {isFilesAlone(query.error) ? (
        <FilesAlone job={job} />
      ) : (
        <Guarded query={query} lines={9}>
          {(shown) => <Body job={job} view={shown} />}
        </Guarded>
      )}
    </ReportHead>
  );
}
