import { defineSearchAttributeKey, SearchAttributeType, type SearchAttributePair } from '@temporalio/common';
import type { SearchAttribute } from './queues.ts';

/** They stand in plain text on the server, for operators' queries: ids and labels only, never a name or an address. */
export const searchAttributes = (
  values: Partial<Readonly<Record<SearchAttribute, string>>>,
): SearchAttributePair[] =>
  Object.entries(values).map(([name, value]) => ({
    key: defineSearchAttributeKey(name, SearchAttributeType.KEYWORD),
    value,
  }));
