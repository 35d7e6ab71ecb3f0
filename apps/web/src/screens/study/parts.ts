/** The parts of a study's pages, and who sees which. */
import type { Me, Study } from '../../model/study.ts';

export const PARTS = ['overview', 'imports', 'documents', 'members', 'settings'] as const;
export type StudyPart = (typeof PARTS)[number];

export const studyOf = (me: Me, studyId: string): Study | undefined =>
  me.studies.find(({ id }) => id === studyId);

/** Operators and auditors look after every study, without being members. */
const looksAfterAll = ({ roles }: Me): boolean => roles.length > 0;

/** None: there is no such study for them. */
export const partsFor = (me: Me, studyId: string): StudyPart[] => {
  const study = studyOf(me, studyId);
  const isMember = study !== undefined;
  const sees: Readonly<Record<StudyPart, boolean>> = {
    overview: isMember || looksAfterAll(me),
    imports: isMember || looksAfterAll(me),
    documents: isMember,
    members: study?.manages === true || looksAfterAll(me),
    settings: me.roles.includes('operator'),
  };
  return PARTS.filter((part) => sees[part]);
};

/** Which part an address within the app is of: `/studies/S1/imports/imp_1`. */
export const partAt = (pathname: string): StudyPart => {
  const [, , , name = ''] = pathname.split('/');
  return PARTS.find((part) => part === name) ?? 'overview';
};
