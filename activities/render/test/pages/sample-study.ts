/** The generated study in its reference week, as its files are written by `rounds sample`. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SdtmRow } from '@rounds/contracts/received';
import type { Changes, Documents, ImageEntry, RowChange, TextEntry } from '@rounds/contracts/dataset';
import type { Period } from '@rounds/contracts/period';
import { addDays } from '@rounds/report-types/folds/days';
import { operationalRows, studyRows, type ToldRow } from '@rounds/report-types/testing/fold-rows';
import { mediaOf } from '@rounds/studies/documents/media-types';
import { readDocuments } from '@rounds/studies/documents/read-documents';
import type { OperationalDefinition } from '@rounds/studies/operational/definition';
import { queries } from '@rounds/studies/operational/queries';
import { training } from '@rounds/studies/operational/training';
import { writeDocuments } from '@rounds/studies/sample/documents';
import { SITES, STUDY_ID, TITLE } from '@rounds/studies/sample/protocol';
import { QUERY_HEADINGS, queryRows } from '@rounds/studies/sample/queries';
import { withReferenceWeek, type Highlights } from '@rounds/studies/sample/reference-week';
import { dateOf } from '@rounds/studies/sample/row-of';
import { rowsOf } from '@rounds/studies/sample/rows';
import type { Subject } from '@rounds/studies/sample/subject';
import { simulate } from '@rounds/studies/sample/subjects';
import { TRAINING_HEADINGS, trainingRows } from '@rounds/studies/sample/training';
import { received, weekFrom, type Study } from './study.ts';

const SAMPLE = { seed: 1, sites: 6, subjects: 80 };

type Lines = readonly (readonly (string | number)[])[];

/** Rows of an operational file as its import makes them. */
const imported = (
  definition: OperationalDefinition,
  headings: readonly string[],
  lines: Lines,
  subjects: readonly Subject[],
): SdtmRow[] => {
  const siteOf = new Map(subjects.map(({ id, site }) => [id, site.id]));
  const schema = definition.row({
    sites: new Set(SITES.map(({ id }) => id)),
    isOfSite: (subject, site) => siteOf.get(subject) === site,
  });
  const valueOf = (line: Lines[number], heading: string) => line[headings.indexOf(heading)] ?? '';
  return lines.map((line) => {
    const filled = definition.columns.filter(({ heading }) => valueOf(line, heading) !== '');
    const values = filled.map(({ variable, heading }) => [variable, valueOf(line, heading)]);
    return schema.parse({ STUDYID: STUDY_ID, ...Object.fromEntries(values) });
  });
};

const withFiles = async <Read>(
  highlights: Highlights,
  read: (folder: string) => Promise<Read>,
): Promise<Read> => {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-pages-'));
  try {
    await writeDocuments(folder, highlights);
    return await read(join(folder, 'documents'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

interface Received {
  readonly documents: Documents;
  readonly bytes: ReadonlyMap<string, Buffer>;
}

/** The documents of the period, as the aggregate stage shows them. */
const documentsOf = (highlights: Highlights, { start, end }: Period): Promise<Received> =>
  withFiles(highlights, async (path) => {
    const texts: TextEntry[] = [];
    const images: ImageEntry[] = [];
    const bytes = new Map<string, Buffer>();
    const { index } = await readDocuments(path);
    for (const { file, title = file, caption, siteId, usubjid, receivedAt = '' } of index.values()) {
      const receivedOn = receivedAt.slice(0, 10);
      if (receivedOn < start || receivedOn >= end) continue;
      const content = await readFile(join(path, file));
      const hash = sha256Of(content);
      const common = {
        documentId: `doc_${hash.slice(0, 12)}`,
        title,
        siteId: siteId ?? null,
        subject: usubjid ?? null,
        receivedOn,
        sha256: hash,
      };
      const media = mediaOf(file);
      if (media?.kind === 'image') {
        images.push({ ...common, caption: caption ?? null, fileName: file, key: `documents/${hash}` });
        bytes.set(hash, content);
        continue;
      }
      const text = content.toString();
      const characters = Array.from(text).length;
      texts.push({
        ...common,
        mediaType: media?.mediaType ?? 'text/plain',
        text,
        truncated: false,
        characters,
      });
    }
    return { documents: { texts, images }, bytes };
  });

const within =
  ({ start, end }: Period) =>
  ({ row }: ToldRow): boolean =>
    row.day !== null && row.day >= start && row.day < end;

const rowChange =
  (kind: RowChange['kind']) =>
  ({ domain, row }: ToldRow): RowChange => ({
    domain,
    kind,
    subject: row.subject,
    siteId: row.siteId ?? '',
    day: row.day,
    what: [row.row.AEDECOD, row.key].filter((word) => word !== undefined).join(', '),
  });

/** As if the last report had held all rows up to its end, one event of them with another outcome. */
const changesOf = (rows: readonly ToldRow[], period: Period): Changes => {
  const before = weekFrom(addDays(period.start, -7));
  const added = rows.filter(within(period));
  const [corrected] = rows.filter(within(before)).filter(({ domain }) => domain === 'AE');
  const countOf = (domain: string) => added.filter((change) => change.domain === domain).length;
  const events = rows.filter(({ domain, row }) => domain === 'AE' && (row.day ?? '9') < period.end).length;
  return {
    first: false,
    comparedWith: { cut: sha256Of('the week before'), period: before },
    byDomain: Object.fromEntries(
      ['AE', 'DM', 'DS', 'LB', 'SV', 'VS'].map((domain) => [
        domain,
        { added: countOf(domain), late: 0, changed: domain === 'AE' ? 1 : 0, removed: 0 },
      ]),
    ),
    figures: [
      {
        figure: 'adverseEvents.toDate.events',
        before: events - countOf('AE'),
        now: events,
        came: { added: countOf('AE') },
      },
    ],
    restated: [],
    rows: [
      ...(corrected === undefined
        ? []
        : [
            {
              ...rowChange('changed')(corrected),
              variables: [{ name: 'AEOUT', before: 'RECOVERING/RESOLVING', now: 'RECOVERED/RESOLVED' }],
            },
          ]),
      ...added.filter(({ domain }) => domain === 'AE' || domain === 'DS').map(rowChange('added')),
    ],
    headline: [],
  };
};

export const sampleStudy = async (): Promise<Study> => {
  const { subjects, highlights } = withReferenceWeek(simulate(SAMPLE));
  const period = weekFrom(dateOf(highlights.monday));
  const sites = SITES.slice(0, SAMPLE.sites);
  const learned = trainingRows(SAMPLE.seed, sites, highlights.monday);
  const rows = [
    ...studyRows(rowsOf(subjects, SAMPLE.subjects)),
    ...operationalRows('TRAINING', imported(training, TRAINING_HEADINGS, learned, subjects)),
    ...operationalRows('QUERIES', imported(queries, QUERY_HEADINGS, queryRows(subjects), subjects)),
  ].map(received);
  return {
    study: { studyId: STUDY_ID, title: TITLE },
    period,
    planned: SAMPLE.subjects,
    rows,
    changes: changesOf(rows, period),
    ...(await documentsOf(highlights, period)),
  };
};
