import { join } from 'node:path';

/** Documents that told a blinded reader a treatment, or held everybody's report back, or were shown as they are not. */
export const CASE_DOCUMENTS = join(import.meta.dirname, 'case-documents');
