/** For the `meta` of a body of which one field or another must be there: its schema sees no refinement. */
interface Alternative {
  readonly required: readonly [string];
}

const each = (names: readonly string[]): readonly Alternative[] =>
  names.map((name) => ({ required: [name] }));

export const exactlyOneOf = (...names: string[]) => ({ oneOf: each(names) });

/** Within `allOf`: openapi-typescript reads an `anyOf` as another type than the properties beside it. */
export const oneAtLeastOf = (...names: string[]) => ({ allOf: [{ anyOf: each(names) }] });
