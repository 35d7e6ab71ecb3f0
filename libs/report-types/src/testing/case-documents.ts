import { join } from 'node:path';

/** Documents that revealed a treatment to a blinded reader, held everybody's report back, or were shown wrongly. */
export const CASE_DOCUMENTS = join(import.meta.dirname, 'case-documents');
