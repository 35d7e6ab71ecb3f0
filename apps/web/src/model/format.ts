import type { components } from '@rounds/client/generated/api';

export type Format = NonNullable<components['schemas']['GenerateReport']['formats']>[number];

/** What is read before what is computed with. */
export const FORMATS: readonly Format[] = ['pdf', 'xlsx', 'csv', 'json'];
