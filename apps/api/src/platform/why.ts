/** Why something is as it is, as the API tells it: by code, and in English as before there were codes. */
import { CAUSE_CODES, type Why } from '@rounds/contracts/why';
import { whyWords } from '@rounds/report-types/model/parts/why';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { z } from 'zod';

export const why = z
  .array(
    z
      .object({
        code: z.enum(CAUSE_CODES),
        values: z
          .record(z.string(), z.union([z.string(), z.number()]))
          .describe('What the code is about; `text` of `as-told` is what a server or a library said.'),
      })
      .meta({ id: 'Cause' }),
  )
  .describe('The same by code; empty where there is none.');

/** Fields of an answer. */
export const whyFields = { reason: z.string().nullable().describe('In English.'), why };

export const inEnglish = (causes: Why = []): string => whyWords(causes, voiceOf());

export const presentCauses = (causes: Why = []) =>
  causes.map(({ code, values = {} }) => ({ code, values: { ...values } }));

export const presentWhy = (causes: Why | undefined) => ({
  reason: causes === undefined ? null : inEnglish(causes),
  why: presentCauses(causes),
});
