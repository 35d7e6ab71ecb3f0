import type { StudyWeeklyDataset } from '@rounds/contracts/dataset';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { BODY_FAMILY } from '../../text/fonts.ts';
import { studyCharts } from '../charts/study-charts.ts';
import { SECTIONS } from '../sections.ts';
import { studyWeeklyTables } from '../tables.ts';
import { COLOUR, MARGIN, PAGE, SIZE } from '../theme.ts';
import { periodNouns, periodWords } from '../words/dates.ts';
import { contentsPage } from './contents.ts';
import { firstPage } from './first-page.ts';
import { runningFooter, runningHeader } from './running-heads.ts';
import { drawSection } from './section.ts';

/** JPEG bytes by the SHA-256 of the image as received. */
export type Pictures = Readonly<Record<string, Uint8Array>>;

const imageDictionary = ({ documents }: StudyWeeklyDataset, pictures: Pictures): Record<string, string> =>
  Object.fromEntries(
    documents.images
      .filter(({ derived }) => derived !== undefined)
      .map(({ sha256 }) => [
        sha256,
        `data:image/jpeg;base64,${Buffer.from(pictures[sha256] ?? []).toString('base64')}`,
      ]),
  );

/** Fresh for every drawing: pdfmake uses a definition up. */
export const documentDefinition = async (
  dataset: StudyWeeklyDataset,
  pictures: Pictures,
): Promise<TDocumentDefinitions> => {
  const { study, period, manifest } = dataset;
  const charts = await studyCharts(dataset);
  const tables = studyWeeklyTables(dataset);
  const cutAt = new Date(manifest.cutAt);
  return {
    pageSize: { ...PAGE },
    pageMargins: [MARGIN.left, MARGIN.top, MARGIN.right, MARGIN.bottom],
    version: '1.7',
    language: 'en',
    displayTitle: true,
    info: {
      title: `${study.studyId}: ${periodNouns(period).report}, ${periodWords(period)}`,
      subject: `Cut ${manifest.cut}`,
      creator: 'Rounds',
      producer: `Rounds ${manifest.codeVersion}, ${manifest.template}`,
      // Anything but the cut's own time would make other bytes of the same report.
      creationDate: cutAt,
      modDate: cutAt,
    },
    defaultStyle: { font: BODY_FAMILY, fontSize: SIZE.body, color: COLOUR.ink },
    images: imageDictionary(dataset, pictures),
    header: runningHeader(dataset),
    footer: runningFooter(dataset),
    content: [
      ...(await firstPage(dataset)),
      ...contentsPage(dataset),
      { text: '', pageBreak: 'after' },
      ...SECTIONS.flatMap(({ id, title }, index) =>
        drawSection({ id, title, position: index + 1, dataset, tables, chart: charts[id] }),
      ),
    ],
  };
};
