import type { Me } from '../../model/study.ts';
import { partAt, partsFor } from './parts.ts';

const me = (roles: Me['roles'], ...studies: object[]): Me => ({ roles, studies }) as unknown as Me;
const S1 = { id: 'S1', manages: false };

it('shows members what is theirs, managers the members, operators the settings', () => {
  expect(partsFor(me([], S1), 'S1')).toEqual(['overview', 'imports', 'documents']);
  expect(partsFor(me([], { ...S1, manages: true }), 'S1')).toContain('members');
  expect(partsFor(me(['operator'], S1), 'S1')).toContain('settings');
  expect(partsFor(me(['auditor']), 'S1')).toEqual(['overview', 'imports', 'members']);
});

it('shows strangers nothing', () => {
  expect(partsFor(me([], S1), 'S2')).toEqual([]);
});

it('knows the part of an address', () => {
  expect(['/studies/S1', '/studies/S1/imports/imp_1', '/studies/S1/members'].map(partAt)).toEqual([
    ...['overview', 'imports', 'members'],
  ]);
});
