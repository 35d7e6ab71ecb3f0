import { FLAGS, type FlagName } from '@rounds/contracts/flag';
import { rule } from '@rounds/contracts/rules';
import { z } from 'zod';
import { emailAddress } from '../http/email.ts';

const MOST_USERS = 1_000;

export const flagName = z.enum(Object.keys(FLAGS) as [FlagName, ...FlagName[]]);

const users = z.array(emailAddress).max(MOST_USERS).default([]);

export const SetFlagBody = z
  .strictObject({
    enabled: z.boolean().default(true).describe('False: off for everyone.'),
    percentage: z.number().min(0).max(100).describe('Share of the users; always the same ones.'),
    on: users.describe('E-mail addresses of users that get it whatever the percentage.'),
    off: users.describe('E-mail addresses of users that do not get it.'),
  })
  .refine(({ on, off }) => !on.some((user) => off.includes(user)), {
    path: ['off'],
    error: rule('on-and-off'),
  })
  .meta({ id: 'SetFlag' });
export type SetFlagBody = z.infer<typeof SetFlagBody>;

export const FlagAnswer = z
  .object({
    name: flagName,
    description: z.string(),
    enabled: z.boolean(),
    percentage: z.number(),
    on: z.array(z.string()).describe('E-mail addresses.'),
    off: z.array(z.string()).describe('E-mail addresses.'),
    revision: z.int().describe('0 until an operator decided.'),
    updatedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Flag' });
export type FlagAnswer = z.infer<typeof FlagAnswer>;

export const flagsAnswer = z.object({ items: z.array(FlagAnswer) });
