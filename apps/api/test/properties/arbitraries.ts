/** Values that a JSON Schema allows, and values that it nearly allows. */
import fc from 'fast-check';

export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

export type Resolve = (reference: string) => JsonSchema;

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'date-time': fc
    .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  'idn-email': fc.constantFrom(
    ...['anna@example.org', 'nobody@example.org', "o'neil+x@sub.example.org", 'дмитрий@почта.рф'],
  ),
  uri: fc.constantFrom('https://example.org/hook', 'http://127.0.0.1:1/', 'https://[::1]/'),
};

/** What programs forget: nothing, too much, another kind, and what a query language would make of it. */
const ODD: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, '', ' ', 0, -1, 1.5, 1e308, true, false, [], {}, [[]], [null]),
  fc.constantFrom<unknown>(
    { $gt: '' },
    '\u0000',
    '\ud800',
    '__proto__',
    '../..',
    'x'.repeat(5000),
    '2026-02-30',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
);

const texts = ({ format, pattern, minLength = 0, maxLength = 40 }: JsonSchema): fc.Arbitrary<string> => {
  const known = format === undefined ? undefined : FORMATS[format];
  if (known !== undefined) return known;
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'), { size: 'small' });
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 40)) });
};

const MOST = 1_000_000;

const ofType = (type: string, schema: JsonSchema, resolve: Resolve): fc.Arbitrary<unknown> => {
  switch (type) {
    case 'string':
      return texts(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -MOST, max: schema.maximum ?? MOST });
    case 'number':
      return fc.double({ min: schema.minimum ?? -MOST, max: schema.maximum ?? MOST, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(validOf(schema.items ?? {}, resolve), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)),
      });
    case 'object':
      return objects(schema, resolve);
    default:
      throw new Error(`There is no such type: ${type}`);
  }
};

/** Of an object of which one field or another must be there: with each of them, and without those it excludes. */
const alternativesOf = (schema: JsonSchema): readonly JsonSchema[] => {
  const { oneOf = [], allOf = [], ...rest } = schema;
  const fieldOf = (alternative: JsonSchema): string => alternative.required?.[0] ?? '';
  const having = (field: string, excluded: readonly string[]): JsonSchema => ({
    ...rest,
    properties: Object.fromEntries(
      Object.entries(rest.properties ?? {}).filter(([name]) => !excluded.includes(name)),
    ),
    required: [...(rest.required ?? []), field],
  });
  const fields = oneOf.map(fieldOf);
  return [
    ...fields.map((field) =>
      having(
        field,
        fields.filter((other) => other !== field),
      ),
    ),
    ...allOf.flatMap(({ anyOf = [] }) => anyOf.map((each) => having(fieldOf(each), []))),
  ];
};

const objects = (schema: JsonSchema, resolve: Resolve): fc.Arbitrary<unknown> => {
  const alternatives = alternativesOf(schema);
  if (alternatives.length > 0) return fc.oneof(...alternatives.map((each) => objects(each, resolve)));
  const { properties, required = [] } = schema;
  if (properties === undefined)
    return fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 });
  const fields = Object.entries(properties).map(
    ([name, schema]) => [name, validOf(schema, resolve)] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
};

export const validOf = (schema: JsonSchema, resolve: Resolve): fc.Arbitrary<unknown> => {
  if (schema.$ref !== undefined) return validOf(resolve(schema.$ref), resolve);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.type === undefined ? (schema.anyOf ?? schema.oneOf) : undefined;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => validOf(choice, resolve)));
  if (schema.type === undefined) return fc.jsonValue({ maxDepth: 2 });
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  return fc.oneof(...types.map((type) => ofType(type, schema, resolve)));
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One place of the value is something odd, or a field is missing, or there is one too many. */
const spoil = (value: unknown, odd: unknown, choice: number): unknown => {
  if (!isObject(value) || choice % 7 === 0) return odd;
  const names = Object.keys(value);
  const name = names[choice % Math.max(1, names.length)];
  if (name === undefined || choice % 5 === 0) return { ...value, unknownField: odd };
  if (choice % 3 === 0) return Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
  return { ...value, [name]: isObject(value[name]) ? spoil(value[name], odd, choice + 1) : odd };
};

export const nearlyValidOf = (schema: JsonSchema, resolve: Resolve): fc.Arbitrary<unknown> =>
  fc
    .tuple(validOf(schema, resolve), ODD, fc.nat(1000))
    .map(([value, odd, choice]) => spoil(value, odd, choice));
