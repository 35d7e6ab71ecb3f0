import { api } from '../../../api/client.ts';
import { askPages } from '../../../api/pages.ts';
import type { Grant, Member } from './member.ts';

export const MEMBERS = '/api/v1/studies/{studyId}/members';
const MEMBER = '/api/v1/studies/{studyId}/members/{user}';

/** As many as the API gives at once: most studies fit. */
const A_PAGE = 100;

export const membersOf = (studyId: string) =>
  askPages<Member, { items: Member[]; nextCursor: string | null }>(
    [MEMBERS, { studyId }],
    (cursor, signal) => {
      const query = { ...cursor, limit: A_PAGE };
      return api.get(MEMBERS, { params: { path: { studyId }, query }, signal });
    },
    (page) => page,
  );

/** Refused (412) where somebody else was faster. */
const unchanged = (member: Member | undefined) =>
  member === undefined ? {} : { 'If-Match': `"${member.revision}"` };

/** @param known as it was when the change was thought of; absent: somebody new */
export const setMember = (
  studyId: string,
  { person, reason, ...body }: Grant,
  known: Member | undefined,
): Promise<Member> =>
  api.put(MEMBER, {
    params: { path: { studyId, user: person } },
    headers: { ...unchanged(known), ...(reason !== '' && { 'Audit-Reason': encodeURIComponent(reason) }) },
    body,
  });

export const removeMember = async (studyId: string, member: Member): Promise<void> => {
  await api.delete(MEMBER, {
    params: { path: { studyId, user: member.userId } },
    headers: unchanged(member),
  });
};
