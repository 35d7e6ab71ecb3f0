import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { ArtefactDocument, RunDocument } from '@rounds/contracts/collections';
import { FORMAT_FILES, type Format } from '@rounds/contracts/formats';
import { periodLabel } from '@rounds/contracts/ids';

/** Long enough to follow a redirect, too short to be passed on. */
const PRESIGNED_S = 60;

/** `CDISCPILOT01_study-weekly_2026-11-16_2026-11-23.pdf` */
export const fileName = ({ studyId, reportType, period }: RunDocument, format: Format): string => {
  const name = `${studyId}_${reportType}_${periodLabel(period)}`.replaceAll(/[^\w.-]+/g, '-');
  return `${name}.${FORMAT_FILES[format].extension}`;
};

export const presignFile = (
  objects: ObjectStore,
  artefact: ArtefactDocument,
  name: string,
): Promise<string> =>
  objects.presign(artefact.key, {
    fileName: name,
    mediaType: FORMAT_FILES[artefact.format].mediaType,
    seconds: PRESIGNED_S,
  });
