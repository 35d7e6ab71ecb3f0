/** What imports touched since an index was made, as they themselves say it. */
import type { TouchedDaysDocument } from '@rounds/contracts/cut-index';
import type { LocalDate } from '@rounds/contracts/period';
import type { AsOf, CutIndexRepository } from '@rounds/adapters/mongo/cut-index.repository';

/** Days of the domain; null stands for rows without one. */
export type TouchedDays = (domain: string) => ReadonlySet<LocalDate | null>;

/**
 * Each import names the one before it. Only a chain without a gap from the study as it is to the index tells all: rows
 * that were ended and removed since are nowhere else.
 */
const chainOf = (
  found: readonly TouchedDaysDocument[],
  from: AsOf,
  to: AsOf,
): readonly TouchedDaysDocument[] | null => {
  const chain: TouchedDaysDocument[] = [];
  let [generation, importedAt] = [to.generation, to.importedAt.getTime()];
  while (generation > from.generation) {
    const last = found.find(
      (each) => each.generation === generation && each.importedAt.getTime() === importedAt,
    );
    if (last === undefined) return null;
    chain.push(last);
    [generation, importedAt] = [generation - 1, last.before.getTime()];
  }
  return importedAt === from.importedAt.getTime() ? chain : null;
};

const touchedDays = async (
  index: Pick<CutIndexRepository, 'touchedSince'>,
  from: AsOf,
  to: AsOf,
): Promise<TouchedDays | null> => {
  const found = from.generation === to.generation ? [] : await index.touchedSince(to, from.generation);
  const chain = chainOf(found, from, to);
  return chain && ((domain) => new Set(chain.flatMap(({ days }) => days[domain] ?? [])));
};

/** Null where not all is known: then everything has to be read. */
export type TouchedSince = (from: AsOf) => Promise<TouchedDays | null>;

/** Datasets whose indexes were made together are answered by one question. @param to the study as it is read */
export const createTouchedSince = (
  index: Pick<CutIndexRepository, 'touchedSince'>,
  to: AsOf,
): TouchedSince => {
  const asked = new Map<string, Promise<TouchedDays | null>>();
  return (from) => {
    const name = `${from.generation}|${from.importedAt.getTime()}`;
    const touched = asked.get(name) ?? touchedDays(index, from, to);
    asked.set(name, touched);
    return touched;
  };
};
