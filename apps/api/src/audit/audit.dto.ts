import { AUDIT_ACTIONS } from '@rounds/contracts/audit';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.dto.ts';

const instant = z.iso.datetime({ offset: true, error: 'must be an instant like 2026-11-23T08:00:00Z' });
const values = z
  .record(z.string(), z.unknown())
  .nullable()
  .describe('By name of field. Never secrets, addresses, or what is known about subjects.');
const action = z.enum(AUDIT_ACTIONS);

export const auditQuery = z.strictObject({
  ...pageQuery,
  actor: z.string().min(1).optional().describe('User id or e-mail address.'),
  action: action.optional(),
  target: z.string().min(1).optional().describe('Id of what was changed.'),
  studyId: z.string().min(1).optional(),
  from: instant.optional().describe('First moment, included.'),
  to: instant.optional().describe('Last moment, not included.'),
});
export type AuditQueryDto = z.infer<typeof auditQuery>;

export const auditEntry = z
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
export type AuditAnswer = z.infer<typeof auditEntry>;

export const auditPage = pageOf(auditEntry);
