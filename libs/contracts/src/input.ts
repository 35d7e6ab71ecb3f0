/**
 * What comes from outside, read by a zod schema. A schema names the rule that a value breaks by its code, where zod
 * has its message; the words are put when it is told (rules.ts).
 */
import type { z } from 'zod';
import { invalidInput } from './errors.ts';
import { RULES, asTold, broken, brokenBy } from './rules.ts';
import type { Breach, BrokenRule, RuleCode, RuleValues } from './rules.ts';

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

const TOO_BIG: Readonly<Record<string, RuleCode>> = { string: 'too-long', array: 'too-many' };
const TOO_SMALL: Readonly<Record<string, RuleCode>> = { string: 'too-short', array: 'too-few' };

const isMissing = (issue: RawIssue): boolean => {
  const { input } = issue;
  if (issue.code !== 'invalid_union' || issue.discriminator === undefined) return input === undefined;
  return (input as Readonly<Record<string, unknown>>)[issue.discriminator] === undefined;
};

/** Of a check for which the schema names no rule. */
const ruleOf = (issue: RawIssue): RuleCode | undefined => {
  switch (issue.code) {
    case 'invalid_type':
      if (isMissing(issue)) return 'required';
      return issue.expected === 'int' ? 'not-whole' : 'wrong-type';
    case 'invalid_value':
      if (isMissing(issue)) return 'required';
      return issue.values.length === 1 ? 'other-value' : 'unknown-option';
    case 'invalid_union':
      if (isMissing(issue)) return 'required';
      return issue.discriminator === undefined ? 'no-alternative' : 'unknown-option';
    case 'invalid_format':
      return 'wrong-format';
    case 'too_big':
      return TOO_BIG[issue.origin] ?? 'too-large';
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'empty';
      return TOO_SMALL[issue.origin] ?? 'too-small';
    case 'unrecognized_keys':
      return 'unknown-field';
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return undefined;
  }
};

const valuesOf = (issue: Issue): RuleValues => {
  switch (issue.code) {
    case 'invalid_type':
      return { type: issue.expected === 'record' ? 'object' : issue.expected };
    case 'invalid_value':
      return { known: issue.values.map(String), value: String(issue.values[0]) };
    case 'invalid_union':
      return { known: ('options' in issue ? (issue.options ?? []) : []).map(String) };
    case 'invalid_format':
      return { format: issue.format };
    case 'too_big':
      return { max: Number(issue.maximum) };
    case 'too_small':
      return { min: Number(issue.minimum) };
    case 'custom':
      return (issue.params ?? {}) as RuleValues;
    case 'unrecognized_keys':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return {};
  }
};

const isRule = (message: string): message is RuleCode => Object.hasOwn(RULES, message);

/** Those that its words name. */
const breachOf = (code: RuleCode, issue: Issue): Breach => {
  const named = Object.entries(valuesOf(issue)).filter(([name]) => RULES[code].includes(`{${name}}`));
  return named.length === 0 ? { code } : { code, values: Object.fromEntries(named) };
};

const fieldOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** Unknown fields one by one, the ways of a union beside each other. */
const brokenIn = (issue: Issue): BrokenRule[] => {
  const { message } = issue;
  const field = fieldOf(issue.path);
  if (!isRule(message)) return [asTold(field, message)];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => broken(fieldOf([...issue.path, key]), 'unknown-field'));
  if (issue.code !== 'invalid_union' || message !== 'no-alternative')
    return [brokenBy(field, breachOf(message, issue))];
  const forms = issue.errors.flat().flatMap(brokenIn);
  return [{ field, code: message, rule: [...new Set(forms.map(({ rule }) => rule))].join(', or ') }];
};

/** The first broken rule of each field: the others follow from it more often than not. */
const onePerField = (all: readonly BrokenRule[]): BrokenRule[] => {
  const byField = new Map(all.toReversed().map((each) => [each.field, each]));
  return all.filter((each) => byField.get(each.field) === each);
};

const brokenOf = ({ issues }: z.core.$ZodError): BrokenRule[] => onePerField(issues.flatMap(brokenIn));

/** What of the schema a value breaks, one rule for each field; `field` is empty for the value itself. */
export const brokenRules = (schema: z.ZodType, value: unknown): BrokenRule[] => {
  const { error } = schema.safeParse(value, { error: ruleOf });
  return error === undefined ? [] : brokenOf(error);
};

/** The same rules where the value stands. */
export const within = (prefix: string, rules: readonly BrokenRule[]): BrokenRule[] =>
  rules.map((each) => ({ ...each, field: [prefix, each.field].filter((part) => part !== '').join('.') }));

/**
 * @param prefix where in `what` the value stands
 * @throws RoundsError INVALID_INPUT with one entry for each invalid field
 */
export const parseInput = <S extends z.ZodType>(
  schema: S,
  value: unknown,
  what: string,
  prefix = '',
): z.infer<S> => {
  const result = schema.safeParse(value, { error: ruleOf });
  if (result.success) return result.data;
  const wrong = within(prefix, brokenOf(result.error));
  throw invalidInput(
    what,
    wrong.map((each) => ({ ...each, field: each.field || what })),
  );
};
