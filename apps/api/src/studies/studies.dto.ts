import { scope } from '@rounds/contracts/scope';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.dto.ts';

export const studyAnswer = z
  .object({
    id: z.string().describe('STUDYID.'),
    title: z.string(),
    plannedSubjects: z.int().nullable(),
    importedAt: z.iso.datetime().nullable().describe('Null while nothing of the study was imported.'),
    sites: scope.shape.sites.describe('The sites that you may see.'),
    unblinded: z.boolean().describe('Whether you may see treatment arms.'),
  })
  .meta({ id: 'Study' });
export type StudyAnswer = z.infer<typeof studyAnswer>;

export const studiesAnswer = z.object({ items: z.array(studyAnswer) });

const withheld = 'Null for whoever is blinded: it may name a treatment.';

export const documentAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(['text', 'image']),
    mediaType: z.string(),
    siteId: z.string().nullable().describe('Null: of the study as a whole.'),
    subject: z.string().nullable().describe('USUBJID.'),
    receivedAt: z.iso.datetime(),
    title: z.string().nullable().describe(withheld),
    caption: z.string().nullable().describe(withheld),
    fileName: z.string().nullable().describe(withheld),
    bytes: z.int().nullable().describe(withheld),
    sha256: z.string().nullable().describe(withheld),
  })
  .meta({ id: 'StudyDocument' });
export type DocumentAnswer = z.infer<typeof documentAnswer>;

export const documentsPage = pageOf(documentAnswer);

export const documentsQuery = z.strictObject(pageQuery);
export type DocumentsQuery = z.infer<typeof documentsQuery>;
