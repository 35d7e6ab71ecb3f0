/** The sample's documents: texts and pictures, with the index that says to whom they belong. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexEntry } from '../documents/index-file.ts';
import {
  DATA_REVIEW,
  dermatologyNote,
  fatalNarrative,
  liverNarrative,
  monitoringLetter,
  pneumoniaNarrative,
  silentSiteNote,
} from './narratives.ts';
import { electrocardiogram, labCourse, radiograph, skinPhotograph } from './pictures.ts';
import { SILENT_SITE_ID, SITES } from './protocol.ts';
import type { Highlights } from './reference-week.ts';
import { dateOf } from './row-of.ts';
import type { Subject } from './subject.ts';

interface SampleDocument {
  readonly entry: IndexEntry;
  readonly content: Buffer | string;
}

const MARKS_OF_COURSE = 'ALT (circles), AST (squares) and bilirubin (diamonds)';

const at = (day: number, time: string): string => `${dateOf(day)}T${time}:00Z`;

const ofSubject = ({ id, site }: Subject) => ({ siteId: site.id, usubjid: id });

const earlier = async ({ monday, died, photographed }: Highlights): Promise<SampleDocument[]> => {
  const baseline = photographed.baseline ?? monday;
  return [
    ...(died?.end === undefined || died.end === null
      ? []
      : [
          {
            entry: {
              file: `narrative-fatal-event-${died.number}.txt`,
              title: 'Fatal adverse event: myocardial infarction',
              receivedAt: at(died.end.day + 2, '09:15'),
              ...ofSubject(died),
            },
            content: fatalNarrative(died),
          },
        ]),
    {
      entry: {
        file: `skin-baseline-${photographed.number}.jpg`,
        title: 'Trunk at baseline',
        caption: 'Plaques on the trunk before the first dose; scale bar 10 cm.',
        receivedAt: at(baseline, '14:05'),
        ...ofSubject(photographed),
      },
      content: await skinPhotograph(photographed.seed, 1),
    },
    {
      entry: {
        file: 'monitoring-visit-102.txt',
        title: 'Monitoring visit, site 102',
        siteId: '102',
        receivedAt: at(monday - 5, '16:20'),
      },
      content: monitoringLetter('102', SITES[1]?.city ?? '', monday - 7),
    },
  ];
};

const textsOfTheWeek = ({ monday, hospitalised, liver, photographed }: Highlights): SampleDocument[] => [
  {
    entry: {
      file: `narrative-pneumonia-${hospitalised.number}.md`,
      title: 'Serious adverse event: pneumonia',
      receivedAt: at(monday + 3, '17:40'),
      ...ofSubject(hospitalised),
    },
    content: pneumoniaNarrative(hospitalised, monday),
  },
  {
    entry: {
      file: `narrative-liver-signal-${liver.number}.md`,
      title: 'Liver signal under evaluation',
      receivedAt: at(monday + 3, '11:05'),
      ...ofSubject(liver),
    },
    content: liverNarrative(liver, monday),
  },
  {
    entry: {
      file: `site-${SILENT_SITE_ID}-contact.txt`,
      title: `Site ${SILENT_SITE_ID}: contact attempts`,
      siteId: SILENT_SITE_ID,
      receivedAt: at(monday + 4, '08:30'),
    },
    content: silentSiteNote(SILENT_SITE_ID, SITES.find(({ id }) => id === SILENT_SITE_ID)?.city ?? ''),
  },
  {
    entry: { file: 'data-review.md', title: 'Weekly data review', receivedAt: at(monday + 4, '15:00') },
    content: DATA_REVIEW,
  },
  {
    entry: {
      file: `photograph-review-${photographed.number}.txt`,
      title: 'Photograph review',
      receivedAt: at(monday + 2, '13:10'),
      ...ofSubject(photographed),
    },
    content: dermatologyNote(photographed, monday + 2),
  },
];

const picturesOfTheWeek = async (highlights: Highlights): Promise<SampleDocument[]> => {
  const { monday, hospitalised, liver, photographed } = highlights;
  const [skin, ecg, chest, course] = await Promise.all([
    skinPhotograph(photographed.seed, 0.45),
    electrocardiogram(hospitalised.seed),
    radiograph(hospitalised.seed),
    labCourse([
      [0.5, 0.6, 0.5, 0.7, 6.2],
      [0.6, 0.5, 0.6, 0.8, 5.1],
      [0.4, 0.5, 0.4, 0.6, 2.6],
    ]),
  ]);
  return [
    {
      entry: {
        file: `skin-current-${photographed.number}.jpg`,
        title: 'Trunk under treatment',
        caption: 'The same region as at baseline: flatter plaques, little scaling; scale bar 10 cm.',
        receivedAt: at(monday + 2, '12:55'),
        ...ofSubject(photographed),
      },
      content: skin,
    },
    {
      entry: {
        file: `ecg-${hospitalised.number}.png`,
        title: 'Electrocardiogram on admission',
        caption: 'Leads I, II and V5, 25 mm/s. Sinus rhythm, no repolarisation abnormality.',
        receivedAt: at(monday + 3, '17:45'),
        ...ofSubject(hospitalised),
      },
      content: ecg,
    },
    {
      entry: {
        file: `chest-radiograph-${hospitalised.number}.webp`,
        title: 'Chest radiograph on admission',
        caption: 'Consolidation of the right lower lobe.',
        receivedAt: at(monday + 3, '17:46'),
        ...ofSubject(hospitalised),
      },
      content: chest,
    },
    {
      entry: {
        file: `liver-course-${liver.number}.png`,
        title: 'Course of the liver values',
        caption: `${MARKS_OF_COURSE} as multiples of the upper limit of normal.`,
        receivedAt: at(monday + 3, '11:10'),
        ...ofSubject(liver),
      },
      content: course,
    },
  ];
};

const later = async ({ monday, liver }: Highlights): Promise<SampleDocument[]> => [
  {
    entry: {
      file: `liver-follow-up-${liver.number}.png`,
      title: 'Liver values two weeks later',
      caption: `${MARKS_OF_COURSE} fall after treatment was stopped.`,
      receivedAt: at(monday + 16, '10:00'),
      ...ofSubject(liver),
    },
    content: await labCourse([
      [6.2, 4.8, 3.1, 1.7],
      [5.1, 3.6, 2.2, 1.2],
      [2.6, 2.1, 1.4, 0.8],
    ]),
  },
];

/** Replaces the folder `documents/` beneath `folder`. */
export const writeDocuments = async (folder: string, highlights: Highlights): Promise<void> => {
  const [before, pictures, after] = await Promise.all([
    earlier(highlights),
    picturesOfTheWeek(highlights),
    later(highlights),
  ]);
  const documents = [...before, ...textsOfTheWeek(highlights), ...pictures, ...after];
  const path = join(folder, 'documents');
  await rm(path, { recursive: true, force: true });
  await mkdir(path, { recursive: true });
  for (const { entry, content } of documents) await writeFile(join(path, entry.file), content);
  const index = documents.map(({ entry }) => entry);
  await writeFile(join(path, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
};
