import { scope } from '@rounds/contracts/scope';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.dto.ts';

const manages = z.boolean().describe('Whether they look after the study’s members and documents.');

export const MemberAnswer = z
  .object({
    userId: z.string(),
    email: z.string(),
    name: z.string().nullable(),
    sites: scope.shape.sites.describe('The sites that they may see.'),
    unblinded: z.boolean().describe('Whether they may see treatment arms.'),
    manages,
    grantedAt: z.iso.datetime(),
    revision: z.int(),
  })
  .meta({ id: 'Member' });
export type MemberAnswer = z.infer<typeof MemberAnswer>;

export const membersPage = pageOf(MemberAnswer);
export const MembersQuery = z.strictObject(pageQuery);
export type MembersQuery = z.infer<typeof MembersQuery>;

export const MemberBody = z
  .strictObject({
    sites: scope.shape.sites.describe('No default: who forgets it would give the whole study.'),
    unblinded: z.boolean().default(false),
    manages: manages.default(false),
  })
  .meta({ id: 'SetMember' });
export type MemberBody = z.infer<typeof MemberBody>;

export const UsersQuery = z.strictObject({
  query: z.string().trim().min(2).max(254).describe('Of address or name.'),
});
export type UsersQuery = z.infer<typeof UsersQuery>;

export const UsersAnswer = z.object({
  items: z
    .array(z.object({ id: z.string(), email: z.string(), name: z.string().nullable() }).meta({ id: 'User' }))
    .describe('20 at most, by address.'),
});
export type UsersAnswer = z.infer<typeof UsersAnswer>;
