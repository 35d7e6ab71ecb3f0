import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.dto.ts';

export const suppression = z
  .object({
    id: z.string(),
    userId: z.string(),
    email: z.string().nullable().describe('Null when the user has another address now.'),
    why: z.enum(['bounced', 'complained']),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Suppression' });
export type SuppressionAnswer = z.infer<typeof suppression>;

export const suppressionsPage = pageOf(suppression);

export const SuppressionsQuery = z.strictObject({ ...pageQuery });
export type SuppressionsQuery = z.infer<typeof SuppressionsQuery>;
