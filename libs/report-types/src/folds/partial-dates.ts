import { DAY_VARIABLES, type DatedDomain } from '@rounds/contracts/cut';
import type { SdtmRow } from '@rounds/contracts/received';
import type { Counts } from '@rounds/contracts/dataset';
import type { LocalDate } from '@rounds/contracts/period';
import { isPartialDate, parseSdtmDate } from '@rounds/contracts/sdtm-date';
import { onEveryDomain, type Fold } from './fold.ts';
import { text } from './study-row.ts';
import { tallyCounts } from './tally.ts';

/** Day variables of the row that are given, but not to the day. */
const partialDates = (domain: DatedDomain, row: SdtmRow): string[] =>
  DAY_VARIABLES[domain].filter((variable) => {
    const date = parseSdtmDate(text(row, variable));
    return date !== null && isPartialDate(date);
  });

/** Rows of a day before `end` whose date is partial, by `DOMAIN.VARIABLE`. */
export const foldPartialDates = (end: LocalDate): Fold<Counts> => {
  const partial = tallyCounts();
  return {
    on: onEveryDomain(end, (domain, { row }) => {
      for (const variable of partialDates(domain, row)) partial.add(`${domain}.${variable}`);
    }),
    ...partial,
    result: () => partial.result(),
  };
};
