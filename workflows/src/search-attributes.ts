import type { SearchAttribute } from '@rounds/contracts/queues';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** In plain text on the server, for operators' queries: ids and labels only. */
export const searchAttributes = (values: Partial<Readonly<Record<SearchAttribute, string>>>) =>
  Object.entries(values).map(([name, value]) => ({
    key: defineSearchAttributeKey(name, SearchAttributeType.KEYWORD),
    value,
  }));
