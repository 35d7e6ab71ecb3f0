import { LINK_POLICIES } from '@rounds/contracts/link-policy';
import { localDate } from '@rounds/contracts/period';
import { rule } from '@rounds/contracts/rules';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.dto.ts';
import { line } from '../http/texts.ts';

export const StudyAnswer = z
  .object({
    id: z.string().describe('STUDYID.'),
    title: z.string().describe('For whoever is blinded: with its treatments hidden, or the STUDYID.'),
    plannedSubjects: z.int().nullable(),
    importedAt: z.iso.datetime().nullable().describe('Null while nothing of the study was imported.'),
    closedAt: localDate.nullable().describe('Last local day on which reports of it are due.'),
    linkPolicy: z.enum(LINK_POLICIES).describe('How its mailed links open.'),
    sites: z
      .union([z.literal('all'), z.array(z.string())])
      .describe('The sites that you may see. Empty: you look after the study without seeing its data.'),
    unblinded: z.boolean().describe('Whether you may see treatment arms.'),
    manages: z.boolean().describe('Whether you look after its members and documents.'),
  })
  .meta({ id: 'Study' });
export type StudyAnswer = z.infer<typeof StudyAnswer>;

export const studiesAnswer = z.object({ items: z.array(StudyAnswer) });

export const SiteAnswer = z.object({ id: z.string().describe('SITEID.') }).meta({ id: 'Site' });
export type SiteAnswer = z.infer<typeof SiteAnswer>;

export const sitesAnswer = z.object({ items: z.array(SiteAnswer) });

const kind = z.enum(['text', 'image']);
const withheld = 'Null for whoever is blinded: it may name a treatment.';

export const DocumentAnswer = z
  .object({
    id: z.string(),
    kind,
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
export type DocumentAnswer = z.infer<typeof DocumentAnswer>;

export const documentsPage = pageOf(DocumentAnswer);

export const DocumentsQuery = z.strictObject({
  ...pageQuery,
  kind: kind.optional(),
  siteId: z.string().min(1).optional(),
  subject: z.string().min(1).optional().describe('USUBJID.'),
  since: z.iso
    .datetime({ offset: true, error: rule('not-an-instant') })
    .optional()
    .describe('Received then or later.'),
});
export type DocumentsQuery = z.infer<typeof DocumentsQuery>;

export const UploadBody = z.strictObject({
  siteId: line(40).optional().describe('SITEID. Default: the subject’s, or the study as a whole.'),
  subject: line(80).optional().describe('USUBJID.'),
  title: line(200).optional().describe('Default: from the file’s name.'),
  caption: line(1000).optional(),
});
export type UploadBody = z.infer<typeof UploadBody>;
