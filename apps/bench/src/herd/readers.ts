/** Studies of different sizes and who reads them: one person a scope, who may subscribe many times. */
import { join } from 'node:path';
import type { Scope } from '@rounds/contracts/scope';
import { appointOperator, expectStatus, issuerOf, OPERATOR, type Person } from '../stack/people.ts';
import type { Stack } from '../stack/stack.ts';
import { sampleDatasets, writeDatasets } from '../study/datasets.ts';

/** The smallest study of the sample generator, and how much larger each next one is. */
const SUBJECTS = { least: 40, more: 10 };

export interface Reader {
  readonly person: Person;
  readonly studyId: string;
}

/** The sample study under another name. @returns its sites */
const bringStudy = async (stack: Stack, folder: string, studyId: string, subjects: number) => {
  const datasets = await sampleDatasets(studyId, { seed: subjects, subjects });
  await writeDatasets(join(folder, studyId), datasets);
  await stack.cli('import', join(folder, studyId), '--shift-to-today');
  const demographics = datasets.find(({ name }) => name === 'DM')?.rows ?? [];
  return [...new Set(demographics.map(({ row }) => String(row.SITEID)))].sort();
};

/** One person for each of the scopes. */
const admit = async (stack: Stack, studyId: string, scopes: readonly Scope[]): Promise<Reader[]> => {
  const personOf = await issuerOf(stack);
  const operator = await personOf(OPERATOR);
  return Promise.all(
    scopes.map(async (scope, index) => {
      const person = await personOf(`reader-${index}-of-${studyId.toLowerCase()}@example.org`);
      const why = { 'audit-reason': 'A benchmark.' };
      const answer = await operator.call('PUT', `/studies/${studyId}/members/${person.email}`, scope, why);
      expectStatus(answer, 200);
      return { person, studyId };
    }),
  );
};

/** As many as those of a study in the herd. */
export const SCOPES = 5;

const fewScopes = (sites: readonly string[]): Scope[] => {
  const [first = '', second = '', third = ''] = sites;
  return [
    { sites: 'all', unblinded: true },
    { sites: 'all', unblinded: false },
    { sites: [first], unblinded: false },
    { sites: [second], unblinded: true },
    { sites: [first, third], unblinded: false },
  ];
};

/** Every choice of sites, unblinded and blinded. */
const allScopes = (sites: readonly string[]): Scope[] =>
  Array.from({ length: 2 ** sites.length - 1 }, (_, index) =>
    sites.filter((_site, bit) => ((index + 1) >> bit) % 2 === 1),
  ).flatMap((chosen) => [
    { sites: chosen, unblinded: true },
    { sites: chosen, unblinded: false },
  ]);

/** Readers of so many studies, those of the smallest study first. */
export const gatherReaders = async (stack: Stack, folder: string, studies: number): Promise<Reader[]> => {
  await appointOperator(stack);
  const readers: Reader[] = [];
  for (let n = 0; n < studies; n += 1) {
    const studyId = `HERD-${String(n).padStart(2, '0')}`;
    const sites = await bringStudy(stack, folder, studyId, SUBJECTS.least + n * SUBJECTS.more);
    readers.push(...(await admit(stack, studyId, fewScopes(sites))));
  }
  return readers;
};

/** Readers of one study, each of another scope. */
export const gatherScopes = async (
  stack: Stack,
  folder: string,
  { studyId, scopes }: { readonly studyId: string; readonly scopes: number },
): Promise<Reader[]> => {
  const sites = await bringStudy(stack, folder, studyId, SUBJECTS.least);
  return admit(stack, studyId, allScopes(sites).slice(0, scopes));
};
