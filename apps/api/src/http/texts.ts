/** Texts that people write, as every body takes them. */
import { rule } from '@rounds/contracts/rules';
import { z } from 'zod';

/** C0 and C1 controls, line and paragraph separators: none of them may stand in a title, a mail's subject or a header. */
const ONE_LINE = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/;

/** One line, its outer blanks taken away. The pattern says it to whoever reads the schema. */
export const line = (most: number) =>
  z.string().regex(/\S/, rule('empty')).max(most).trim().regex(ONE_LINE, rule('not-one-line'));

/** Why somebody does what the audit trail keeps for good. */
export const reason = z.string().trim().min(3, rule('reason-too-short')).max(500);

/** Said in the schema too, where a refinement cannot be seen. */
export const distinct = <T extends z.ZodArray<z.ZodType<string>>>(list: T) =>
  list
    .refine((values) => new Set(values).size === values.length, rule('named-twice'))
    .meta({ uniqueItems: true });
