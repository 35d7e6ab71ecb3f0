/** Datasets of studies that nobody plans for, each folded from rows as the aggregate stage folds them. */
import { AGGREGATORS } from '@rounds/report-types/aggregators';
import { REPORT_TYPES, type ReportTypeId } from '@rounds/report-types/catalogue';
import { CUT_DATASETS } from '@rounds/contracts/cut';
import type { Dataset } from '@rounds/contracts/dataset';
import { emptyDataset, textEntry } from '@rounds/report-types/study-weekly/testing/dataset';
import { datasetOf } from '@rounds/report-types/testing/dataset-of';
import {
  operationalRows,
  studyRows,
  subjectRows,
  type ToldRow,
} from '@rounds/report-types/testing/fold-rows';

export const TYPES = Object.keys(REPORT_TYPES) as ReportTypeId[];

const WITHIN = '2024-03-05';
const ARRIVED = '2024-03-06T09:00:00.000Z';

export const datasetFrom = (type: ReportTypeId, rows: readonly ToldRow[]): Dataset =>
  datasetOf(REPORT_TYPES[type], AGGREGATORS[type], { rows });

const arrived = (rows: readonly ToldRow[]): ToldRow[] =>
  rows.map(({ domain, row }) => ({ domain, row: { ...row, receivedAt: ARRIVED } }));

/** One subject, one row in each domain, one learner, one query. */
const oneSubject = (): ToldRow[] => [
  ...arrived(
    studyRows(
      subjectRows('S1', {
        DM: [{ SITEID: '701' }],
        AE: [{ AEDTC: WITHIN, AESER: 'Y' }],
        LB: [{ LBDTC: WITHIN, LBSTRESN: 140, LBNRIND: 'HIGH' }],
        VS: [{ VSDTC: WITHIN }],
        DS: [{ DSSTDTC: WITHIN }],
        SV: [{ SVSTDTC: WITHIN }],
        EX: [{}],
        CM: [{}],
      }),
    ),
  ),
  ...operationalRows('TRAINING', [{ LEARNID: 'L1', COURSEID: 'GCP', ENRLDTC: WITHIN, SITEID: '701' }]),
  ...operationalRows('QUERIES', [{ QUERYID: 'Q1', SITEID: '701', OPENDTC: WITHIN }]),
];

/** Three rows in each dataset of which nothing is given but that they are there. */
const everyFieldNull = (): ToldRow[] =>
  CUT_DATASETS.flatMap((domain) =>
    ['', 'S1', 'S2'].map((subject, index) => ({
      domain,
      row: {
        key: `${subject}|${index}`,
        receivedAt: ARRIVED,
        hash: '',
        row: {},
        day: WITHIN,
        subject,
        siteId: null,
      },
    })),
  );

export const ODD_STUDIES: Readonly<Record<string, () => ToldRow[]>> = {
  'without a subject': () => [],
  'of one subject': oneSubject,
  'of which every field is null': everyFieldNull,
};

const times = <T>(n: number, make: (index: number) => T): T[] =>
  Array.from({ length: n }, (_, index) => make(index));

const PARAGRAPH = 'The subject was seen as planned and told of erythema of the left forearm since then. ';

/** A report of a little more than 300 pages, most of them narratives. */
export const threeHundredPages = (): Dataset => {
  const text = `${PARAGRAPH.repeat(20)}\n\n`.repeat(11);
  const texts = times(75, (index) =>
    textEntry({ documentId: `doc_${index}`, title: `Narrative ${index}`, text }),
  );
  return emptyDataset({ documents: { texts, images: [] } });
};

/** So many laboratory results in the week, of 400 subjects, one in ten out of range. */
export const manyResults = (n: number): ToldRow[] =>
  arrived(
    studyRows({
      DM: times(400, (index) => ({
        USUBJID: `S${index}`,
        SITEID: String(701 + (index % 20)),
        DMDTC: '2024-01-02',
      })),
      LB: times(n, (index) => ({
        USUBJID: `S${index % 400}`,
        LBTESTCD: `TEST${index % 30}`,
        LBTEST: `Test number ${index % 30}`,
        LBSTRESN: 20 + (index % 50),
        LBSTRESU: 'U/L',
        LBSTNRLO: 6,
        LBSTNRHI: 34,
        LBNRIND: 'HIGH',
        VISIT: 'WEEK 2',
        LBDTC: `2024-03-0${4 + (index % 5)}T08:30`,
      })),
    }),
  );

/** So many new events at one site of two, each serious one in four. */
export const manyEvents = (n: number): ToldRow[] =>
  arrived(
    studyRows({
      DM: times(60, (index) => ({
        USUBJID: `S${index}`,
        SITEID: index === 0 ? '702' : '701',
        DMDTC: '2024-01-02',
      })),
      DS: times(60, (index) => ({
        ...{ USUBJID: `S${index}`, DSCAT: 'PROTOCOL MILESTONE' },
        ...{ DSDECOD: 'RANDOMIZED', DSSTDTC: '2024-01-09' },
      })),
      AE: times(n, (index) => ({
        USUBJID: `S${1 + (index % 59)}`,
        AETERM: `pain of kind ${index % 300}, as the site wrote it`,
        AEDECOD: `PAIN ${index % 300}`,
        AESOC: `SYSTEM ORGAN CLASS ${index % 26}`,
        AESEV: ['MILD', 'MODERATE', 'SEVERE'][index % 3] ?? '',
        AESER: index % 4 === 0 ? 'Y' : 'N',
        AEOUT: 'RECOVERED/RESOLVED',
        AEDTC: `2024-03-0${4 + (index % 6)}`,
      })),
    }),
  );
