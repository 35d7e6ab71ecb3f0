/** Who may give which rights to whom: as the API has it, so that nothing is offered that it refuses. */
import type { components } from '@rounds/client/generated/api';
import type { Me } from '../../../model/study.ts';
import { studyOf } from '../parts.ts';

export type Member = components['schemas']['Member'];
export type Sites = Member['sites'];

export interface Grant {
  /** E-mail address or id. */
  readonly person: string;
  readonly sites: 'all' | string[];
  readonly unblinded: boolean;
  readonly manages: boolean;
  /** Why; empty: not said. */
  readonly reason: string;
}

/** The most that may be given. */
export interface Authority {
  readonly sites: Sites;
  readonly unblinded: boolean;
}

/** Null: they may look at the members at most. */
export const authorityOf = (me: Me, studyId: string): Authority | null => {
  if (me.roles.includes('operator')) return { sites: 'all', unblinded: true };
  const study = studyOf(me, studyId);
  return study?.manages === true ? study : null;
};

const holdsSites = (held: Sites, wanted: Sites): boolean =>
  held === 'all' || (wanted !== 'all' && wanted.every((site) => held.includes(site)));

/** Nobody changes their own rights, nor those of who holds more. */
export const mayChange = (authority: Authority | null, me: Me, member: Member): boolean =>
  authority !== null &&
  member.userId !== me.id &&
  holdsSites(authority.sites, member.sites) &&
  (authority.unblinded || !member.unblinded);

/** Of `701, 702 703`. */
export const sitesIn = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter(Boolean))];

export type GrantFault = 'person' | 'sites' | 'reason' | 'already';

/** What keeps a grant from being asked for. @param known the member that is changed; absent: somebody new */
export const faultIn = (
  { person, sites, unblinded, reason }: Grant,
  known: Member | undefined,
  members: readonly Member[],
): GrantFault | null => {
  const isAlready = members.some(({ email }) => email.toLowerCase() === person.trim().toLowerCase());
  if (known === undefined && isAlready) return 'already';
  if (known === undefined && !/^[^\s@]+@[^\s@]+$/.test(person.trim())) return 'person';
  if (sites !== 'all' && sites.length === 0) return 'sites';
  return unblinded && known?.unblinded !== true && reason.trim() === '' ? 'reason' : null;
};
