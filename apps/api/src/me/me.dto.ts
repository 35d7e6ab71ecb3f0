import { language } from '@rounds/contracts/language';
import { timeZone } from '@rounds/contracts/schedule';
import { z } from 'zod';
import { StudyAnswer } from '../studies/studies.dto.ts';

export const MeAnswer = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string().nullable(),
    roles: z.array(z.enum(['operator', 'auditor'])).describe('Roles that hold everywhere.'),
    language: language.describe('Of the reports and mails that you get.'),
    languages: z
      .array(language)
      .describe(
        'Those that you may choose: of some, nobody has reviewed the words yet, and their reports say so.',
      ),
    timeZone: timeZone
      .nullable()
      .describe('In which mails tell you times. Null: the zone of the subscription.'),
    studies: z.array(StudyAnswer),
    revision: z.int().describe('Grows with each change that you make here.'),
  })
  .meta({ id: 'Me' });
export type MeAnswer = z.infer<typeof MeAnswer>;

export const ChangeMeBody = z
  .strictObject({
    language: language.optional(),
    timeZone: timeZone.nullable().optional().describe('Null: the zone of the subscription.'),
  })
  .meta({ id: 'ChangeMe' });
export type ChangeMeBody = z.infer<typeof ChangeMeBody>;
