/** All files of a folder: SDTM first, since rows of operational datasets name its sites and subjects. */
import type { ImportedFile } from '@rounds/contracts/collections';
import { isOperational } from '@rounds/contracts/cut';
import { sitesNamed, subjectSites, type SubjectSites } from '@rounds/contracts/subject-sites';
import type { KnownStudy } from '../operational/definition.ts';
import type { Dataset } from '../readers/dataset.ts';
import { importFile, type FileCounts, type ImportContext } from './import-file.ts';
import type { ImportedDomains } from './imported-domains.ts';
import type { LeftOut } from './left-out.ts';
import type { SurveyedFile } from './survey.ts';

interface ReadFile {
  readonly surveyed: SurveyedFile;
  readonly counts: FileCounts;
}

const notes = ({ list }: LeftOut, { warnings }: Dataset): Pick<ImportedFile, 'leftOut' | 'warnings'> => ({
  ...(list.length === 0 ? {} : { leftOut: list }),
  ...(warnings.length === 0 ? {} : { warnings }),
});

/** Rows that are gone are counted at the last file of their domain: one that is split has several. */
const countRemoved = (read: readonly ReadFile[], domains: ImportedDomains): ImportedFile[] =>
  read.map(({ surveyed, counts: { domains: names, leftOut, ...counts } }, index) => {
    const later = new Set(read.slice(index + 1).flatMap((file) => [...file.counts.domains]));
    const own = [...names].filter((name) => !later.has(name));
    return {
      file: surveyed.dataset.file,
      domains: [...names],
      sha256: surveyed.sha256,
      ...counts,
      removed: own.reduce((sum, name) => sum + (domains.find(name)?.missing.length ?? 0), 0),
      ...notes(leftOut, surveyed.dataset),
    };
  });

/** Only at the end is it known what is missing. */
const importAll = async (files: readonly SurveyedFile[], context: ImportContext): Promise<ImportedFile[]> => {
  const read: ReadFile[] = [];
  for (const surveyed of files) read.push({ surveyed, counts: await importFile(surveyed, context) });
  for (const name of new Set(read.flatMap(({ counts }) => [...counts.domains])))
    await context.domains.finish(await context.domains.open(name));
  return countRemoved(read, context.domains);
};

/** By DM as it will be: a folder may hold operational datasets alone. */
export const subjectsOf = async (domains: ImportedDomains): Promise<SubjectSites> =>
  subjectSites((await domains.rowsOf('DM')).map(({ subject, row }) => ({ subject, siteId: row.SITEID })));

const knownStudy = (subjects: SubjectSites): KnownStudy => {
  const { siteOf, uncertain } = subjects;
  return {
    sites: sitesNamed(subjects),
    isOfSite: (subject, siteId) =>
      siteOf.get(subject) === siteId || (uncertain.get(subject)?.includes(siteId) ?? false),
  };
};

/** Of those without a file, all rows are missing; what the others miss is found again when they are read. */
const emptied = async (names: readonly string[], domains: ImportedDomains): Promise<void> => {
  for (const name of names) await domains.finish(await domains.open(name));
};

const NOTHING: KnownStudy = { sites: new Set(), isOfSite: () => false };

/** @param empty domains that have no rows any more, whether there is a file of them or not */
export const importFiles = async (
  files: readonly SurveyedFile[],
  context: Omit<ImportContext, 'study'>,
  empty: readonly string[],
): Promise<ImportedFile[]> => {
  await emptied(empty, context.domains);
  const operational = files.filter(({ dataset }) => isOperational(dataset.name));
  const clinical = files.filter((file) => !operational.includes(file));
  const imported = await importAll(clinical, { ...context, study: NOTHING });
  if (operational.length === 0) return imported;
  const study = knownStudy(await subjectsOf(context.domains));
  return [...imported, ...(await importAll(operational, { ...context, study }))];
};
