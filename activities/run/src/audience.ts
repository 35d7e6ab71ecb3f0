/** Recipients who see and read the same get one making of the report between them. */
import type { Eligibility } from '@rounds/adapters/mongo/recipients.repository';
import { DEFAULT_LANGUAGE, type Language } from '@rounds/contracts/language';
import type { AudienceGroup } from '@rounds/contracts/run';
import { because, type Why } from '@rounds/contracts/why';
import { inOrder, scopeKey, type Scope } from '@rounds/contracts/scope';

interface Group {
  readonly scope: Scope;
  readonly language?: Language;
  readonly recipients: string[];
}

/** Records of English have no language. */
const spoken = (language: Language): Pick<Group, 'language'> =>
  language === DEFAULT_LANGUAGE ? {} : { language };

/** English before the others, because its key has nothing after the scope. */
const keyOf = (scope: Scope, { language }: Pick<Group, 'language'>): string =>
  language === undefined ? scopeKey(scope) : `${scopeKey(scope)}|${language}`;

/**
 * By scope and language, in the order of their keys, so that the same recipients always give the same groups. Groups
 * of one scope share its dataset.
 */
export const groupAudience = (answers: readonly Eligibility[]): AudienceGroup[] => {
  const groups = new Map<string, Group>();
  for (const answer of answers) {
    if (!answer.eligible) continue;
    const { scope, userId, language } = answer.recipient;
    const own = spoken(language);
    const key = keyOf(scope, own);
    const group = groups.get(key) ?? { scope: inOrder(scope), ...own, recipients: [] };
    group.recipients.push(userId);
    groups.set(key, group);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
};

/** Why nobody is left: each cause once. */
export const whyNobody = (answers: readonly Eligibility[]): Why => {
  const causes = answers.flatMap((answer) => (answer.eligible ? [] : answer.why));
  const byCode = new Map(causes.map((cause) => [cause.code, cause]));
  return byCode.size === 0 ? because('no-recipients') : [...byCode.values()];
};
