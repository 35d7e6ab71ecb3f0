import { format } from '@rounds/contracts/formats';
import { rule } from '@rounds/contracts/rules';
import { templateName } from '@rounds/contracts/template';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.dto.ts';
import { distinct, line } from '../http/texts.ts';
import { reportTypeId } from '@rounds/report-types/catalogue';
import { distinctFormats } from '../report-types/report-types.ts';

const instant = z.iso.datetime();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, rule('not-a-sha256'));
const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, rule('not-a-colour'))
  .transform((text) => text.toLowerCase());

const title = line(120);
const studies = z
  .union([z.literal('all'), distinct(z.array(z.string().min(1)).min(1).max(200))])
  .describe('Studies for whose reports it may be used; `all`: for every study’s.');
const parameters = z
  .record(z.string(), z.unknown())
  .describe('Of the report type; a request’s own win over them.');
const sections = distinct(z.array(z.string().min(1)).min(1)).describe(
  'Ids of the report type’s sections, in the order wanted.',
);
const colours = z.strictObject({ primary: colour, accent: colour });
const footer = line(200);

const branding = z.strictObject({
  logo: sha256.optional().describe('As `POST /templates/logos` answered.'),
  colours: colours.optional(),
  footer: footer.optional().describe('One line at the foot of every page.'),
});

const content = {
  title,
  studies,
  parameters,
  formats: distinctFormats.describe('Where a request names none.'),
  sections,
  branding,
};

export const CreateTemplateBody = z
  .strictObject({
    name: templateName,
    reportType: reportTypeId,
    title: title.optional().describe('For people. Default: the name.'),
    studies: studies.default('all'),
    parameters: parameters.default({}),
    formats: content.formats.optional(),
    sections: sections.optional(),
    branding: branding.default({}),
  })
  .meta({ id: 'CreateTemplate' });
export type CreateTemplateBody = z.infer<typeof CreateTemplateBody>;

export const ChangeTemplateBody = z
  .strictObject({
    title: title.optional(),
    studies: studies.optional(),
    parameters: parameters.optional(),
    formats: content.formats.nullable().optional().describe('Null: no formats of its own.'),
    sections: sections.nullable().optional().describe('Null: all of the report type.'),
    branding: branding.optional(),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), rule('no-change'))
  .meta({ id: 'ChangeTemplate', minProperties: 1 });
export type ChangeTemplateBody = z.infer<typeof ChangeTemplateBody>;

const logo = z.object({ sha256, width: z.int().describe('Pixels.'), height: z.int().describe('Pixels.') });

export const LogoAnswer = logo.meta({ id: 'Logo' });
export type LogoAnswer = z.infer<typeof LogoAnswer>;

export const TemplateAnswer = z
  .object({
    id: z.string().describe('`name@version`: what `templateId` takes to stay with this version.'),
    name: z.string().describe('What `templateId` takes to follow the newest version.'),
    version: z.int(),
    title: z.string(),
    studies: z.union([z.literal('all'), z.array(z.string())]).describe('Of those that you may see.'),
    reportType: z.string(),
    parameters: z.record(z.string(), z.unknown()),
    formats: z.array(format).nullable(),
    sections: z.array(z.string()).nullable(),
    branding: z.object({
      logo: logo.nullable(),
      colours: z.object({ primary: z.string(), accent: z.string() }).nullable(),
      footer: z.string().nullable(),
    }),
    revision: z.int().describe('Grows with each change of this version.'),
    used: z.boolean().describe('A used version never changes: a change makes the next one.'),
    retired: z.boolean().describe('No new wish may name it.'),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Template' });
export type TemplateAnswer = z.infer<typeof TemplateAnswer>;

export const templatesPage = pageOf(TemplateAnswer);
export const templateVersions = z.object({ items: z.array(TemplateAnswer) });

export const TemplatesQueryDto = z.strictObject({
  ...pageQuery,
  studyId: z.string().min(1).optional().describe('Those usable for this study.'),
  reportType: reportTypeId.optional(),
});
export type TemplatesQueryDto = z.infer<typeof TemplatesQueryDto>;
