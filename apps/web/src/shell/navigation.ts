import type { components } from '@rounds/client/generated/api';
import type { Label } from '../words/message.ts';

type Me = components['schemas']['Me'];

interface Page {
  readonly to: string;
  readonly label: Label;
  /** For whom it is of use; absent: for everybody. */
  readonly isFor?: (me: Me) => boolean;
}

export const isMember = ({ studies }: Me): boolean => studies.length > 0;

/** Operators and auditors look after studies without being members. */
const hasStudies = (me: Me): boolean => isMember(me) || me.roles.length > 0;

/** Pages that the head of the app leads to, in their order. A new one is a line here. */
const NAVIGATION = [
  { to: '/', label: 'nav.home' },
  { to: '/reports', label: 'nav.reports' },
  { to: '/generate', label: 'nav.generate', isFor: isMember },
  { to: '/studies', label: 'nav.studies', isFor: hasStudies },
] as const satisfies readonly Page[];

/** @param me undefined until it is known: then all stand there, so that nothing moves for most */
export const pagesFor = (me: Me | undefined) =>
  NAVIGATION.filter((page) => me === undefined || !('isFor' in page) || page.isFor(me));
