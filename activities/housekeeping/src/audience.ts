/** Recipients who see the same get one making of the report between them. */
import type { Eligibility } from '@rounds/adapters/mongo/recipients.repository';
import type { AudienceGroup } from '@rounds/contracts/run';
import { scopeKey, type Scope } from '@rounds/contracts/scope';

interface Group {
  readonly scope: Scope;
  readonly recipients: string[];
}

/** Sites in one order, so that equal scopes are equal to the byte in datasets and keys. */
const inOrder = ({ sites, unblinded }: Scope): Scope => ({
  sites: sites === 'all' ? 'all' : [...new Set(sites)].sort(),
  unblinded,
});

/** By scope, in the order of their keys, so that the same recipients always give the same groups. */
export const groupByScope = (answers: readonly Eligibility[]): AudienceGroup[] => {
  const groups = new Map<string, Group>();
  for (const answer of answers) {
    if (!answer.eligible) continue;
    const { scope, userId } = answer.recipient;
    const group = groups.get(scopeKey(scope)) ?? { scope: inOrder(scope), recipients: [] };
    group.recipients.push(userId);
    groups.set(scopeKey(scope), group);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
};

/** Why nobody is left, in the words of those who are not. */
export const whyNobody = (answers: readonly Eligibility[]): string => {
  const reasons = new Set(answers.flatMap((answer) => (answer.eligible ? [] : [answer.reason])));
  return reasons.size === 0 ? 'The subscription has no recipients.' : [...reasons].sort().join(' ');
};
