import { z } from 'zod';

export const FORMATS = ['pdf', 'xlsx', 'csv', 'json'] as const;
export const format = z.enum(FORMATS);
export type Format = z.infer<typeof format>;

/** What a file of the format is called and served as. CSV is a zip of one file a table. */
export const FORMAT_FILES = {
  pdf: { extension: 'pdf', mediaType: 'application/pdf' },
  xlsx: { extension: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { extension: 'csv.zip', mediaType: 'application/zip' },
  json: { extension: 'json', mediaType: 'application/json' },
} as const satisfies Record<Format, { extension: string; mediaType: string }>;
