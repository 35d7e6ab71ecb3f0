/** `me`, `report-types`, `studies`, `sites`, `documents`: what there is, and what comes in. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AnswerOf } from '@rounds/client/client';
import { LANGUAGES, type Language } from '@rounds/contracts/language';
import type { components } from '@rounds/client/generated/api';
import { Option, type Command } from 'commander';
import type { CallerOptions } from '../connect.ts';
import { act, actPaged, apiVerb, family, given, listVerb, type ListOptions } from '../verb.ts';

type Study = components['schemas']['Study'];
type StudyDocument = components['schemas']['StudyDocument'];

const scopeLine = ({ sites, unblinded }: Pick<Study, 'sites' | 'unblinded'>): string => {
  if (sites.length === 0) return 'not a member';
  return `${sites === 'all' ? 'all sites' : `sites ${sites.join(', ')}`}, ${unblinded ? 'unblinded' : 'blinded'}`;
};

const studyLine = (study: Study): string => `${study.id}  ${study.title}  (${scopeLine(study)})`;

interface MeOptions extends CallerOptions {
  readonly language?: Language;
  readonly timeZone?: string;
}

/** Asks; with an option, changes what it names and keeps the rest. */
const me = apiVerb(
  'me',
  'who you are here and what you may see; the language and time zone of your reports and mails',
  'me --language de --time-zone Europe/Berlin',
)
  .addOption(new Option('--language <code>', 'of your reports and mails').choices(LANGUAGES))
  .option('--time-zone <zone>', 'in which mails tell you times; `none`: that of each subscription')
  .action(
    act(
      (rounds, { language, timeZone }: MeOptions) => {
        const body = given({ language, timeZone: timeZone === 'none' ? null : timeZone });
        return Object.keys(body).length === 0
          ? rounds.get('/api/v1/me')
          : rounds.patch('/api/v1/me', { body });
      },
      ({ email, roles, language, timeZone, studies: held }) => [
        [email, ...roles, language, ...(timeZone === null ? [] : [timeZone])].join('  '),
        ...held.map(studyLine),
      ],
    ),
  );

const studies = apiVerb(
  'studies',
  'the studies of which you are a member; an operator’s: every one',
  'studies --json',
).action(
  act(
    (rounds) => rounds.get('/api/v1/studies'),
    ({ items }) => items.map(studyLine),
  ),
);

const sites = apiVerb(
  'sites',
  'the sites of a study that have a subject, of those that you may see',
  'sites --study CDISCPILOT01',
)
  .requiredOption('--study <id>', 'STUDYID')
  .action(
    act(
      (rounds, { study: studyId }: OneDocument) =>
        rounds.get('/api/v1/studies/{studyId}/sites', { params: { path: { studyId } } }),
      ({ items }) => items.map(({ id }) => id),
    ),
  );

type ReportType = AnswerOf<'get', '/api/v1/report-types'>['items'][number];

const reportTypeLine = ({ id, title, description }: ReportType): string => `${id}  ${title}: ${description}`;

const reportTypes = apiVerb(
  'report-types',
  'the catalogue, with the schema of each one’s parameters',
  'report-types --json',
).action(
  act(
    (rounds) => rounds.get('/api/v1/report-types'),
    ({ items }) => items.map(reportTypeLine),
  ),
);

const config = apiVerb(
  'config',
  'what clients are told of this installation before anybody has signed in',
  'config --json',
).action(
  act(
    (rounds) => rounds.get('/api/v1/config'),
    ({ version, signIn, languages }) => [
      `version ${version}`,
      signIn === null
        ? 'nobody signs in by a browser here'
        : `people sign in at ${signIn.authority} as ${signIn.clientId}`,
      `languages: ${languages.map(({ id, isDraft }) => (isDraft ? `${id} (draft)` : id)).join(', ')}`,
    ],
  ),
);

const DOCUMENTS = '/api/v1/studies/{studyId}/documents';

const documentLine = ({ id, kind, mediaType, siteId, subject, title, receivedAt }: StudyDocument): string =>
  [id, kind, mediaType, subject ?? siteId ?? 'study', receivedAt, title ?? ''].join('  ');

interface DocumentFilters extends ListOptions {
  readonly study: string;
  readonly kind?: StudyDocument['kind'];
  readonly site?: string;
  readonly subject?: string;
  readonly since?: string;
}

const listDocuments = listVerb(
  'list',
  'texts and images of a study, newest first',
  'documents list --study CDISCPILOT01 --kind image --since 2026-11-16T00:00:00Z',
)
  .requiredOption('--study <id>', 'STUDYID')
  .addOption(new Option('--kind <kind>', 'kind').choices(['text', 'image']))
  .option('--site <id>', 'SITEID')
  .option('--subject <id>', 'USUBJID')
  .option('--since <instant>', 'received then or later')
  .action(
    actPaged(
      (rounds, page, { study: studyId, kind, site: siteId, subject, since }: DocumentFilters) =>
        rounds.get(DOCUMENTS, {
          params: { path: { studyId }, query: { ...page, ...given({ kind, siteId, subject, since }) } },
        }),
      documentLine,
    ),
  );

interface OneDocument extends CallerOptions {
  readonly study: string;
}

const ofStudy = (verb: Command): Command => verb.requiredOption('--study <id>', 'STUDYID');

const oneOf = (studyId: string, documentId: string) => ({ path: { studyId, documentId } });

const showDocument = ofStudy(
  apiVerb('show <document>', 'one text or image of a study', 'documents show doc_1 --study CDISCPILOT01'),
).action(
  act(
    (rounds, { study }: OneDocument, id = '') =>
      rounds.get(`${DOCUMENTS}/{documentId}`, { params: oneOf(study, id) }),
    documentLine,
  ),
);

const downloadDocument = ofStudy(
  apiVerb(
    'download <document>',
    'keep its bytes as they were received; for whoever may see treatment arms',
    'documents download doc_1 --study CDISCPILOT01 --out narrative.txt',
  ),
)
  .requiredOption('--out <file>', 'where to write it')
  .action(
    act(
      async (rounds, { study, out }: OneDocument & { readonly out: string }, id = '') => {
        const path = [study, 'documents', id].map(encodeURIComponent).join('/');
        const response = await rounds.open(`/api/v1/studies/${path}/content`);
        const bytes = Buffer.from(await response.arrayBuffer());
        await writeFile(out, bytes);
        return { file: out, bytes: bytes.length };
      },
      ({ file, bytes }) => `wrote ${file} (${bytes} bytes)`,
    ),
  );

const removeDocument = ofStudy(
  apiVerb(
    'remove <document>',
    'remove one from its study, for who manages it; reports that show it stay as they are',
    'documents remove doc_1 --study CDISCPILOT01',
  ),
).action(
  act(
    async (rounds, { study }: OneDocument, id = '') => {
      await rounds.delete(`${DOCUMENTS}/{documentId}`, { params: oneOf(study, id) });
      return { id };
    },
    ({ id }) => `${id} is removed`,
  ),
);

interface UploadOptions extends CallerOptions {
  readonly study: string;
  readonly site?: string;
  readonly subject?: string;
  readonly title?: string;
  readonly caption?: string;
}

const formOf = async (
  file: string,
  { site: siteId, subject, title, caption }: UploadOptions,
): Promise<FormData> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(given({ siteId, subject, title, caption })))
    form.set(name, value);
  form.set('file', new Blob([await readFile(file)]), basename(file));
  return form;
};

const upload = apiVerb(
  'upload <file>',
  'add a text or image to a study',
  'documents upload narrative.txt --study CDISCPILOT01 --subject 01-701-1015',
)
  .requiredOption('--study <id>', 'STUDYID')
  .option('--site <id>', 'SITEID; default: the subject’s, or the study as a whole')
  .option('--subject <id>', 'USUBJID')
  .option('--title <words>', 'default: from the file’s name')
  .option('--caption <words>', 'what it shows')
  .action(
    act(async (rounds, options: UploadOptions, file = '') => {
      const form = await formOf(file, options);
      return rounds.post(DOCUMENTS, {
        params: { path: { studyId: options.study } },
        // The form is the body: its type names the parts, its serializer is the platform's.
        body: { file: '' },
        bodySerializer: () => form,
      });
    }, documentLine),
  );

export const catalogueCommands = (): Command[] => [
  me,
  config,
  studies,
  sites,
  reportTypes,
  family('documents', 'documents of a study: list, look at, add and remove them', [
    listDocuments,
    showDocument,
    upload,
    downloadDocument,
    removeDocument,
  ]),
];
