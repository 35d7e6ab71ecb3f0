/** Documents of the cut whose bytes were not there when it was frozen. */
import type { CutDocument, LackingDocument } from '@rounds/contracts/cut';
import { RoundsError } from '@rounds/contracts/errors';
import type { Cut } from './cut-reader.ts';

export interface PartedDocuments {
  readonly present: readonly CutDocument[];
  readonly lacking: readonly LackingDocument[];
}

/** Whether they are there by now, as they were received: someone may have brought them back since. */
const isBack = async (cut: Cut, document: CutDocument): Promise<boolean> => {
  try {
    await cut.bytesOf(document);
    return true;
  } catch (error) {
    if (error instanceof RoundsError && error.code === 'CUT_CORRUPT') return false;
    throw error;
  }
};

export const partDocuments = async (cut: Cut, shown: readonly CutDocument[]): Promise<PartedDocuments> => {
  const lacked = new Map((cut.manifest.lacking ?? []).map((each) => [each.documentId, each]));
  const [present, lacking]: [CutDocument[], LackingDocument[]] = [[], []];
  for (const document of shown) {
    const lost = lacked.get(document.documentId);
    if (lost === undefined || (await isBack(cut, document))) present.push(document);
    else lacking.push(lost);
  }
  return { present, lacking };
};
