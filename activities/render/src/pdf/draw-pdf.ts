import type { Dataset } from '@rounds/contracts/dataset';
import type { Finding } from '@rounds/contracts/gate';
import type { ReportModel } from '@rounds/report-types/model/report-model';
import { attachmentsOf } from './archive-attachments.ts';
import { archiveMetadata, infoOf } from './archive-metadata.ts';
import { archived, type ArchivableDocument } from './archive.ts';
import { documentDefinition, type Pictures } from './document.ts';
import type { Look } from './look.ts';
import { createPdf } from './pdfmake.ts';

export interface PdfSource {
  readonly dataset: Dataset;
  /** As the attached dataset says it too. */
  readonly lacking?: readonly Finding[] | undefined;
  readonly model: ReportModel;
  readonly pictures: Pictures;
  readonly look: Look;
}

/** PDF/A-3b. The same source gives the same bytes, on any thread and in any time zone. */
export const drawPdf = async (source: PdfSource): Promise<Buffer> => {
  const { dataset, model, pictures, look } = source;
  const metadata = archiveMetadata(dataset, model);
  const definition = await documentDefinition(model, pictures, look);
  const document = await createPdf({
    ...definition,
    version: '1.7',
    subset: 'PDF/A-3b',
    info: infoOf(metadata),
  }).getStream();
  return archived(document as unknown as ArchivableDocument, metadata, attachmentsOf(source));
};
