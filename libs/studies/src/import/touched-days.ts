/** Of which days an import brings, changes or ends rows: cuts read no others again. */
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createRecordsRepository } from '@rounds/adapters/mongo/records.repository';
import type { RecordDocument } from '@rounds/contracts/collections';
import type { LocalDate } from '@rounds/contracts/period';

/** More are not told: then all is read again. */
const MOST = 100_000;

type Of = Pick<RecordDocument, 'domain' | 'day'>;

export const createTouchedDays = (
  mongo: Pick<Mongo, 'collection'>,
  { studyId, generation }: Pick<RecordDocument, 'studyId'> & { readonly generation: number },
) => {
  const domains = new Map<string, Set<LocalDate | null>>();
  let count = 0;
  const add = (rows: readonly Of[]): void => {
    for (const { domain, day } of rows) {
      const days = domains.get(domain) ?? new Set();
      if (days.has(day) || count > MOST) continue;
      count += 1;
      domains.set(domain, days.add(day));
    }
  };
  return {
    /** Rows that it wrote. */
    add,

    /** Those, and of rows that it ended; null where they are too many. */
    days: async (): Promise<Record<string, (LocalDate | null)[]> | null> => {
      add(await createRecordsRepository(mongo).endedDays(studyId, generation));
      return count > MOST
        ? null
        : Object.fromEntries([...domains].map(([domain, days]) => [domain, [...days].sort()]));
    },
  };
};
