/**
 * The data behind the pages, inside the PDF: the dataset as JSON, and each table as a CSV of its own. No zip: readers
 * of PDF block zips among attachments, an archive cannot index what is in one, and the PDF compresses each by itself.
 * The variant for spreadsheet programs stays out: it is no other data.
 */
import type { Dataset } from '@rounds/contracts/dataset';
import type { Finding } from '@rounds/contracts/gate';
import type { ReportModel } from '@rounds/report-types/model/report-model';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { machineCsv } from '../files/draw-csv.ts';
import { drawJson } from '../files/draw-json.ts';

export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  readonly bytes: Buffer;
}

interface Source {
  readonly dataset: Dataset;
  readonly lacking?: readonly Finding[] | undefined;
  readonly model: Pick<ReportModel, 'sections' | 'language'>;
}

/** One after the other: of a large study only one of them is in memory at a time. */
export function* attachmentsOf({ dataset, lacking, model }: Source): Generator<Attachment> {
  const voice = voiceOf(model.language);
  yield {
    name: 'dataset.json',
    mediaType: 'application/json',
    description: voice.say('dataset-attached'),
    bytes: drawJson(dataset, lacking),
  };
  for (const { title, tables } of model.sections)
    for (const table of tables)
      yield {
        name: `${table.name}.csv`,
        mediaType: 'text/csv',
        description: voice.say('section-table-rows', {
          ...{ section: title, table: table.title, rows: table.rows.length },
        }),
        bytes: Buffer.from(machineCsv(table)),
      };
}
