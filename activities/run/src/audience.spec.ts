import type { Eligibility } from '@rounds/adapters/mongo/recipients.repository';
import type { Language } from '@rounds/contracts/language';
import type { Scope } from '@rounds/contracts/scope';
import { because, type CauseCode } from '@rounds/contracts/why';
import { groupAudience, whyNobody } from './audience.ts';

const may = (userId: string, scope: Scope, language: Language = 'en'): Eligibility => ({
  eligible: true,
  recipient: { userId, address: `${userId}@example.org`, name: null, language, timeZone: null, scope },
});
const mayNot = (userId: string, code: CauseCode): Eligibility => ({
  eligible: false,
  userId,
  why: because(code),
});

const all: Scope = { sites: 'all', unblinded: false };

describe('the audience', () => {
  it('makes one group of those who see the same, whatever the order of their sites', () => {
    const groups = groupAudience([
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
    const groups = groupAudience([may('a', all), may('b', { ...all, unblinded: true })]);
    expect(groups).toEqual([
      { scope: all, recipients: ['a'] },
      { scope: { sites: 'all', unblinded: true }, recipients: ['b'] },
    ]);
  });

  it('parts those of one scope by what they read; English has no language in its record', () => {
    const groups = groupAudience([
      may('a', all, 'ja'),
      may('b', all),
      may('c', all, 'de'),
      may('d', all, 'de'),
    ]);
    expect(groups).toEqual([
      { scope: all, recipients: ['b'] },
      { scope: all, language: 'de', recipients: ['c', 'd'] },
      { scope: all, language: 'ja', recipients: ['a'] },
    ]);
  });

  it('gives the same groups in the same order for the same recipients', () => {
    const answers = [
      may('a', { sites: ['702'], unblinded: true }),
      may('b', all),
      may('c', { sites: ['10'], unblinded: false }),
    ];
    const keys = (list: readonly Eligibility[]) =>
      groupAudience(list).map(({ scope }) => JSON.stringify(scope));
    expect(keys(answers)).toEqual(keys([...answers].reverse()));
  });

  it('leaves out who may not, and says why when nobody is left', () => {
    const answers = [mayNot('a', 'unsubscribed'), mayNot('b', 'not-a-member'), mayNot('c', 'not-a-member')];
    expect(groupAudience(answers)).toEqual([]);
    expect(whyNobody(answers)).toEqual([...because('unsubscribed'), ...because('not-a-member')]);
    expect(whyNobody([])).toEqual(because('no-recipients'));
  });
});
