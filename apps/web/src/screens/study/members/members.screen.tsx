import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ask } from '../../../api/queries.ts';
import { Answer } from '../../../design/answer.tsx';
import { DialogButton } from '../../../design/dialog.tsx';
import { More } from '../../../design/more.tsx';
import { Table } from '../../../design/table.tsx';
import { scopeWords } from '../../../model/scope.ts';
import type { Me } from '../../../model/study.ts';
import { Moment } from '../../../parts/moment.tsx';
import { useVoice } from '../../../words/voice-context.tsx';
import { authorityOf, mayChange, type Authority, type Member } from './member.ts';
import { MemberForm } from './member-form.tsx';
import { membersOf } from './members.queries.ts';
import { RemoveMember } from './remove-member.tsx';

const route = getRouteApi('/inside/studies/$studyId/members');

function Person({ member: { name, email, userId }, me }: { readonly member: Member; readonly me: Me }) {
  const { say } = useVoice();
  return (
    <>
      {name ?? email} {userId === me.id && <span className="note">{say('member.you')}</span>}
      {name !== null && <p className="note">{email}</p>}
    </>
  );
}

interface MembersProps {
  readonly studyId: string;
  readonly me: Me;
  readonly authority: Authority | null;
  readonly members: readonly Member[];
}

function Ways({ member, studyId, me, authority, members }: MembersProps & { readonly member: Member }) {
  const { say } = useVoice();
  if (authority === null || !mayChange(authority, me, member)) return null;
  const who = { person: member.name ?? member.email };
  return (
    <div className="page-actions">
      <DialogButton
        label={say('member.change')}
        ariaLabel={say('member.change-of', who)}
        variant="quiet"
        title={say('member.change-of', who)}
      >
        {(close) => <MemberForm {...{ studyId, authority, members, close }} known={member} />}
      </DialogButton>
      <RemoveMember studyId={studyId} member={member} />
    </div>
  );
}

function Members(props: MembersProps) {
  const voice = useVoice();
  const { say } = voice;
  const { members, me, authority } = props;
  return (
    <Table
      label={say('study.part.members')}
      rows={members}
      keyOf={({ userId }) => userId}
      columns={[
        { id: 'person', head: say('member'), cell: (member) => <Person member={member} me={me} /> },
        { id: 'sees', head: say('member.sees'), cell: (member) => scopeWords(voice, member) },
        {
          id: 'manages',
          head: say('member.manages'),
          cell: ({ manages }) => say(manages ? 'member.manages-yes' : 'member.manages-no'),
        },
        {
          id: 'since',
          head: say('member.since'),
          isWhole: true,
          cell: ({ grantedAt }) => <Moment at={grantedAt} />,
        },
        ...(authority === null
          ? []
          : [
              {
                id: 'ways',
                isWays: true,
                head: say('ways'),
                cell: (member: Member) => <Ways {...props} member={member} />,
              },
            ]),
      ]}
    />
  );
}

function Shown({ me, studyId }: { readonly me: Me; readonly studyId: string }) {
  const { say } = useVoice();
  const query = useInfiniteQuery(membersOf(studyId));
  const authority = authorityOf(me, studyId);
  const members = (query.data?.pages ?? []).flatMap(({ items }) => items);
  return (
    <div className="study-part">
      {authority !== null && (
        <DialogButton label={say('member.add')} variant="main" title={say('member.add')}>
          {(close) => <MemberForm {...{ studyId, authority, members, close }} />}
        </DialogButton>
      )}
      <More query={query}>{(items) => <Members {...{ studyId, me, authority }} members={items} />}</More>
    </div>
  );
}

export function MembersScreen() {
  const { studyId } = route.useParams();
  return <Answer query={useQuery(ask('/api/v1/me'))}>{(me) => <Shown me={me} studyId={studyId} />}</Answer>;
}
