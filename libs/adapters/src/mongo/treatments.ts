/** The treatments in the rows of a study: the words that blinded readers must not see. */
import type { RecordDocument } from '@rounds/contracts/collections';
import type { SdtmValue } from '@rounds/contracts/received';
import type { CutTreatments } from '@rounds/contracts/cut';
import type { AggregateOptions, Collection, DistinctOptions, Filter } from 'mongodb';
import { ofDomain } from './records.repository.ts';

/** What holds arms and treatments: `names` tell them in words, `codes` in short. */
const TREATMENT_VARIABLES = [
  { domain: 'DM', variables: ['ARM', 'ACTARM', 'ACTARMUD'], as: 'names' },
  { domain: 'DM', variables: ['ARMCD', 'ACTARMCD'], as: 'codes' },
  { domain: 'TA', variables: ['ARM'], as: 'names' },
  { domain: 'TA', variables: ['ARMCD'], as: 'codes' },
  { domain: 'EX', variables: ['EXTRT'], as: 'names' },
] as const;

/** Trial parameters whose values name a treatment. */
const TREATMENT_PARAMETERS = ['TRT', 'COMPTRT'];

type Records = Pick<Collection<RecordDocument>, 'aggregate' | 'distinct'>;

/** `54 mg`: doses that stand with a unit; a number alone is every number of a report. */
const doses = async (
  records: Records,
  rows: Filter<RecordDocument>,
  read: AggregateOptions,
): Promise<string[]> => {
  const pairs = records.aggregate<{ _id: { dose?: SdtmValue | null; unit?: SdtmValue | null } }>(
    [{ $match: rows }, { $group: { _id: { dose: '$row.EXDOSE', unit: '$row.EXDOSU' } } }],
    { ...read, hint: { _id: 1 } },
  );
  const found: string[] = [];
  for await (const { _id } of pairs)
    if (_id.dose != null && _id.unit != null) found.push(`${String(_id.dose)} ${String(_id.unit)}`);
  return found.sort();
};

/**
 * Removed rows too: a text may still name the arm that they named.
 *
 * @param read e.g. the session whose snapshot is read
 * @param which of the rows; absent: all
 */
export const readTreatments = async (
  records: Records,
  studyId: string,
  read: DistinctOptions = {},
  which: Filter<RecordDocument> = {},
): Promise<CutTreatments> => {
  const of = (domain: string) => ({ ...ofDomain(studyId, domain), ...which });
  const found = { names: new Set<string>(), codes: new Set<string>() };
  const distinct = async (filter: Filter<RecordDocument>, variable: string): Promise<string[]> =>
    (await records.distinct(`row.${variable}`, filter, read)).map(String);
  for (const { domain, variables, as } of TREATMENT_VARIABLES)
    for (const variable of variables)
      for (const value of await distinct(of(domain), variable)) found[as].add(value);
  const parameters = { ...of('TS'), 'row.TSPARMCD': { $in: TREATMENT_PARAMETERS } };
  for (const value of await distinct(parameters, 'TSVAL')) found.names.add(value);
  return {
    names: [...found.names].sort(),
    codes: [...found.codes].sort(),
    doses: await doses(records, of('EX'), read),
  };
};

const union = (a: readonly string[] = [], b: readonly string[] = []): string[] =>
  [...new Set([...a, ...b])].sort();

export const joinTreatments = (a: CutTreatments, b: CutTreatments | undefined): CutTreatments => ({
  names: union(a.names, b?.names),
  codes: union(a.codes, b?.codes),
  doses: union(a.doses, b?.doses),
});
