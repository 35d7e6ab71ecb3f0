/** Texts that people write, as every body takes them. */
import { z } from 'zod';

/** C0 and C1 controls, line and paragraph separators: none of them may stand in a title, a mail's subject or a header. */
const ONE_LINE = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/;

/** One line, its outer blanks taken away. The pattern says it to whoever reads the schema. */
export const line = (most: number) =>
  z
    .string()
    .regex(/\S/, 'must not be empty')
    .max(most, `must have ${most} characters at most`)
    .trim()
    .regex(ONE_LINE, 'must be one line, without control characters');

/** Why somebody does what the audit trail keeps for good. */
export const reason = z
  .string()
  .trim()
  .min(3, 'must say why, in 3 characters at least')
  .max(500, 'must have 500 characters at most');

/** Said in the schema too, where a refinement cannot be seen. */
export const distinct = <T extends z.ZodArray<z.ZodType<string>>>(list: T, rule: string) =>
  list.refine((values) => new Set(values).size === values.length, rule).meta({ uniqueItems: true });
