import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { invalidInput } from '@rounds/contracts/errors';
import { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Rules a person can act on: unknown fields one by one, the ways of a union beside each other. */
const readable = (issue: Issue): { path: PropertyKey[]; message: string }[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is not a known field' }));
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return [{ path: issue.path, message: unique(issue.errors.flat()).join(', or ') }];
  return [{ path: issue.path, message: issue.message }];
};

const unique = (issues: readonly Issue[]): string[] => [...new Set(issues.map(({ message }) => message))];

/** The first broken rule of each field: the others follow from it more often than not. */
const onePerField = <I extends { readonly path: readonly PropertyKey[] }>(issues: readonly I[]): I[] => {
  const byField = new Map(issues.toReversed().map((issue) => [issue.path.map(String).join('.'), issue]));
  return issues.filter((issue) => byField.get(issue.path.map(String).join('.')) === issue);
};

/** @throws RoundsError INVALID_INPUT with one entry for each invalid field; `prefix` is where the value stands. */
export const parseInput = <S extends z.ZodType>(
  schema: S,
  value: unknown,
  what: string,
  prefix: readonly string[] = [],
): z.infer<S> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = onePerField(result.error.issues.flatMap(readable));
  throw invalidInput(
    what,
    issues.map(({ path, message }) => ({ path: [...prefix, ...path], message })),
  );
};

/** Checks what a handler declares: `@Body({ schema })`, `@Query({ schema })`. */
@Injectable()
export class ZodPipe implements PipeTransform {
  transform(value: unknown, { schema, type }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.ZodType)) return value;
    if (type === 'body' && value === undefined) return parseInput(schema, {}, 'body');
    return parseInput(schema, value, type);
  }
}
