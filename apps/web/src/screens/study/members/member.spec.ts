import { authorityOf, faultIn, mayChange, sitesIn, type Member } from './member.ts';
import type { Me, Study } from '../../../model/study.ts';

const member = (changes: Partial<Member> = {}): Member => ({
  ...{ userId: 'usr_b', email: 'ben@example.org', name: null, sites: ['701'], unblinded: false },
  ...{ manages: false, grantedAt: '2026-11-01T00:00:00Z', revision: 1 },
  ...changes,
});
const me = (study: Partial<Study>, roles: Me['roles'] = []): Me =>
  ({ id: 'usr_a', roles, studies: [{ id: 'S1', sites: 'all', unblinded: true, ...study }] }) as Me;

const may = (who: Me, whom: Member) => mayChange(authorityOf(who, 'S1'), who, whom);

it('lets managers change whoever holds no more than they do, and not themselves', () => {
  const manager = me({ manages: true, sites: ['701', '702'], unblinded: false });
  expect(may(manager, member())).toBe(true);
  expect(may(manager, member({ userId: 'usr_a' }))).toBe(false);
  expect(may(manager, member({ sites: 'all' }))).toBe(false);
  expect(may(manager, member({ sites: ['701', '709'] }))).toBe(false);
  expect(may(manager, member({ unblinded: true }))).toBe(false);
});

it('lets operators change all others, members and auditors nobody', () => {
  const all = member({ sites: 'all', unblinded: true });
  expect(may(me({ manages: false }, ['operator']), all)).toBe(true);
  expect(may(me({ manages: false }), member())).toBe(false);
  expect(may(me({ manages: false }, ['auditor']), member())).toBe(false);
});

const GRANT = {
  person: 'cleo@example.org',
  sites: 'all',
  unblinded: false,
  manages: false,
  reason: '',
} as const;

it('asks for a reason where somebody comes to see treatment arms, and only there', () => {
  expect(faultIn(GRANT, undefined, [])).toBeNull();
  expect(faultIn({ ...GRANT, unblinded: true }, undefined, [])).toBe('reason');
  expect(faultIn({ ...GRANT, unblinded: true, reason: 'DSMB' }, undefined, [])).toBeNull();
  expect(faultIn({ ...GRANT, unblinded: true }, member({ unblinded: true }), [])).toBeNull();
  expect(faultIn({ ...GRANT, unblinded: true }, member(), [])).toBe('reason');
});

it('takes no address twice, none that is none, and no sites without a site', () => {
  expect(faultIn({ ...GRANT, person: 'BEN@example.org ' }, undefined, [member()])).toBe('already');
  expect(faultIn({ ...GRANT, person: 'cleo' }, undefined, [])).toBe('person');
  expect(faultIn({ ...GRANT, sites: [] }, undefined, [])).toBe('sites');
  expect(sitesIn('701, 702;703  701')).toEqual(['701', '702', '703']);
});
