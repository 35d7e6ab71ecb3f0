import type { SearchAttribute } from '@rounds/contracts/queues';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';

/** Search attributes stand in plain text: ids only, never a name or an address. */
export const searchAttributes = (
  values: Partial<Readonly<Record<SearchAttribute, string>>>,
): TypedSearchAttributes =>
  new TypedSearchAttributes(
    Object.entries(values).map(([name, value]) => ({
      key: defineSearchAttributeKey(name, SearchAttributeType.KEYWORD),
      value,
    })),
  );
