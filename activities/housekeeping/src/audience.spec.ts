import type { Eligibility } from '@rounds/adapters/mongo/recipients.repository';
import type { Scope } from '@rounds/contracts/scope';
import { groupByScope, whyNobody } from './audience.ts';

const may = (userId: string, scope: Scope): Eligibility => ({
  eligible: true,
  recipient: { userId, email: `${userId}@example.org`, name: null, scope },
});
const mayNot = (userId: string, reason: string): Eligibility => ({ eligible: false, userId, reason });

const all: Scope = { sites: 'all', unblinded: false };

describe('the audience', () => {
  it('makes one group of those who see the same, whatever the order of their sites', () => {
    const groups = groupByScope([
      may('c', { sites: ['702', '701'], unblinded: false }),
      may('a', all),
      may('b', { sites: ['701', '702'], unblinded: false }),
    ]);
    expect(groups).toEqual([
      { scope: { sites: ['701', '702'], unblinded: false }, recipients: ['c', 'b'] },
      { scope: all, recipients: ['a'] },
    ]);
  });

  it('never mixes those who see the arms with those who do not', () => {
    const groups = groupByScope([may('a', all), may('b', { ...all, unblinded: true })]);
    expect(groups).toEqual([
      { scope: all, recipients: ['a'] },
      { scope: { sites: 'all', unblinded: true }, recipients: ['b'] },
    ]);
  });

  it('gives the same groups in the same order for the same recipients', () => {
    const answers = [
      may('a', { sites: ['702'], unblinded: true }),
      may('b', all),
      may('c', { sites: ['10'], unblinded: false }),
    ];
    const keys = (list: readonly Eligibility[]) =>
      groupByScope(list).map(({ scope }) => JSON.stringify(scope));
    expect(keys(answers)).toEqual(keys([...answers].reverse()));
  });

  it('leaves out who may not, and says why when nobody is left', () => {
    const answers = [mayNot('a', 'Unsubscribed.'), mayNot('b', 'No member.'), mayNot('c', 'No member.')];
    expect(groupByScope(answers)).toEqual([]);
    expect(whyNobody(answers)).toBe('No member. Unsubscribed.');
    expect(whyNobody([])).toBe('The subscription has no recipients.');
  });
});
