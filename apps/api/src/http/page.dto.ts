/** Lists by cursor: `limit` and `cursor` in, `items` and `nextCursor` out; newest first. */
import type { After } from '@rounds/adapters/mongo/page';
import { breach, issueOf, rule } from '@rounds/contracts/rules';
import { z } from 'zod';

const encodeCursor = ({ createdAt, id }: After): string =>
  Buffer.from(JSON.stringify([createdAt.getTime(), id])).toString('base64url');

const content = z.tuple([z.int().min(0).max(8.64e15), z.string().min(1)]);

const cursor = z
  .string()
  .regex(/^[\w-]+$/, rule('not-a-cursor'))
  .transform((text, context): After => {
    try {
      const [createdAt, id] = content.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
      return { createdAt: new Date(createdAt), id };
    } catch {
      context.addIssue(issueOf(breach('not-a-cursor')));
      return z.NEVER;
    }
  });

/** Spread into the query schema of a list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('Items a page.'),
  cursor: cursor.optional().describe('nextCursor of the page before.'),
};

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('Null on the last page.'),
  });

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/**
 * @param found one more than `limit`, where there are more: that tells whether a page follows
 * @param momentOf what the list is sorted by
 */
export const cutPageBy = <T extends { readonly _id: string }>(
  found: readonly T[],
  limit: number,
  momentOf: (item: T) => Date,
): Page<T> => {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor({ createdAt: momentOf(last), id: last._id }) : null };
};

/** Of what is sorted by when it was made. */
export const cutPage = <T extends { readonly _id: string; readonly createdAt: Date }>(
  found: readonly T[],
  limit: number,
): Page<T> => cutPageBy(found, limit, ({ createdAt }) => createdAt);
