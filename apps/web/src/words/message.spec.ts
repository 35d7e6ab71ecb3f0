/** What the app says, compared with what the library says by which reports speak. */
import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import fc from 'fast-check';
import { compileMessage } from '../../../../tools/web-words.mjs';
import { sayMessage, type Part } from './message.ts';

const folder = new URL('..', import.meta.url);
const catalogues = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|\/)words\/[a-z]{2}\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>);

const messages = catalogues.flatMap((catalogue) =>
  Object.entries(catalogue)
    .filter(([key]) => !key.startsWith('@'))
    .map(([key, text]) => ({ locale: catalogue['@@locale'] ?? 'en', key, text })),
);

const PLACE = /\{(\w+)\s*([,}])\s*(plural|number)?/g;

const valuesFor = (text: string, count: number): Record<string, string | number> =>
  Object.fromEntries(
    [...text.matchAll(PLACE)].map(([, name = '', , kind]) => [name, kind === undefined ? 'x' : count]),
  );

it.each(messages)('$locale: $key', ({ locale, text }) => {
  const compiled = compileMessage(text) as string | Part[];
  const library = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  const rules = new Intl.PluralRules(locale);
  const counting = {
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    category: (value: number) => rules.select(value),
  };
  fc.assert(
    fc.property(fc.oneof(fc.nat(25), fc.nat(2_000_000)), (count) => {
      const values = valuesFor(text, count);
      expect(sayMessage(compiled, values, counting)).toBe(String(library.format(values)));
    }),
    { numRuns: 30 },
  );
});
