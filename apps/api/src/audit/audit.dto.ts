import { AUDIT_ACTIONS } from '@rounds/contracts/audit';
import { OPENING_KINDS } from '@rounds/contracts/collections';
import { FORMATS } from '@rounds/contracts/formats';
import { rule } from '@rounds/contracts/rules';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.dto.ts';

const instant = z.iso
  .datetime({ offset: true, error: rule('not-an-instant') })
  .transform((text) => new Date(text));

const span = {
  from: instant.optional().describe('First moment, included.'),
  to: instant.optional().describe('Last moment, not included.'),
};

const values = z
  .record(z.string(), z.unknown())
  .nullable()
  .describe('By name of field. Never secrets, addresses, or what is known about subjects.');
const action = z.enum(AUDIT_ACTIONS);

export const AuditQueryDto = z.strictObject({
  ...pageQuery,
  actor: z.string().min(1).optional().describe('User id or e-mail address.'),
  action: action.optional(),
  target: z.string().min(1).optional().describe('Id of what was changed.'),
  studyId: z.string().min(1).optional(),
  ...span,
});
export type AuditQueryDto = z.infer<typeof AuditQueryDto>;

export const AuditAnswer = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    actorId: z
      .string()
      .describe(
        'User id; `host:<name>`: who ran a command on a server; `housekeeping`: nobody asked for it.',
      ),
    actor: z.string().nullable().describe('E-mail address; null where the actor is no user.'),
    action,
    target: z.object({ type: z.string(), id: z.string() }),
    studyId: z.string().nullable(),
    requestId: z.string().nullable(),
    details: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
      .describe('Ids, names of fields and counts, never what a person wrote.'),
    before: values,
    after: values,
    reason: z.string().nullable().describe('Why, as who did it said.'),
  })
  .meta({ id: 'AuditEntry' });
export type AuditAnswer = z.infer<typeof AuditAnswer>;

export const auditPage = pageOf(AuditAnswer);

const what = z.enum(OPENING_KINDS);

export const OpeningsQueryDto = z.strictObject({
  ...pageQuery,
  user: z.string().min(1).optional().describe('User id or e-mail address.'),
  jobId: z.string().min(1).optional(),
  studyId: z.string().min(1).optional(),
  what: what.optional(),
  ...span,
});
export type OpeningsQueryDto = z.infer<typeof OpeningsQueryDto>;

const opening = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    what: what.describe(
      'The page of a link was looked at, the report was read as a page, or a file was fetched.',
    ),
    by: z
      .enum(['link', 'person'])
      .describe('Whoever held the link that was mailed to the user, or the user themselves, signed in.'),
    userId: z.string(),
    user: z.string().nullable().describe('E-mail address; null where there is no such user any more.'),
    jobId: z.string(),
    studyId: z.string(),
    format: z.enum(FORMATS).nullable().describe('Of a download.'),
    sha256: z.string().nullable().describe('Of the file that was fetched, or of the dataset that was read.'),
    heldBack: z.boolean().describe('To decide about what the check before sending held back.'),
  })
  .meta({ id: 'Opening' });
export type OpeningAnswer = z.infer<typeof opening>;

export const openingsPage = pageOf(opening);
