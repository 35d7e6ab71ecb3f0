import fc from 'fast-check';
import { JsonFault, JsonScanner } from './json-scanner.ts';

const scan = (chunks: readonly string[]): string[] => {
  const scanner = new JsonScanner();
  const pieces = chunks.flatMap((chunk) => scanner.scan(chunk));
  scanner.end();
  return pieces.map(({ kind, text }) => `${kind} ${text.trim()}`);
};

const TRICKY = String.raw`
 { "a" : "x,]}\"\\", "columns":[{"name":"A","n":[1,{"rows":[7]}]}], "rows" : [ ["a,b", null] ,
 ["]}", "\\\"", [1]] ], "later": {"rows": [1]}, "n": -1.5e3 } `;
const PIECES = [
  String.raw`member "a" : "x,]}\"\\"`,
  'member "columns":[{"name":"A","n":[1,{"rows":[7]}]}]',
  'row ["a,b", null]',
  String.raw`row ["]}", "\\\"", [1]]`,
  'member "later": {"rows": [1]}',
  'member "n": -1.5e3',
];

describe('JsonScanner', () => {
  it('cuts an object into members and rows', () => {
    expect(scan([TRICKY])).toEqual(PIECES);
  });

  it('does so wherever the chunks end', () => {
    for (let at = 1; at < TRICKY.length; at += 1)
      expect(scan([TRICKY.slice(0, at), TRICKY.slice(at)])).toEqual(PIECES);
    expect(scan(TRICKY.split(''))).toEqual(PIECES);
  });

  it('finds the rows that JSON.stringify wrote', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.jsonValue())),
        fc.string(),
        fc.integer({ min: 1, max: 9 }),
        (rows, label, size) => {
          const text = JSON.stringify({ label, rows, records: rows.length }, null, 1);
          const chunks = text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];
          const scanner = new JsonScanner();
          const pieces = chunks.flatMap((chunk) => scanner.scan(chunk));
          scanner.end();
          expect(
            pieces.filter(({ kind }) => kind === 'row').map((piece) => JSON.parse(piece.text) as unknown),
          ).toEqual(JSON.parse(JSON.stringify(rows)));
        },
      ),
    );
  });

  it('takes an empty list of rows', () => {
    expect(scan(['{"records":0,"rows":[ ]}'])).toEqual(['member "records":0']);
  });

  it.each([
    ['no object', '[1]'],
    ['nothing', '  '],
    ['a text', '"rows"'],
    ['an object that is cut off', '{"rows":[[1],[2'],
    ['an object that is cut off after a row', '{"rows":[[1],[2]'],
    ['something after the object', '{"a":1} x'],
    ['two objects', '{"a":1}{"b":2}'],
    ['a comma too much', '{"a":1,}'],
    ['something after the rows', '{"rows":[] 5}'],
    ['a wrong bracket', '{"rows":[[1]}}'],
    ['rows twice', '{"rows":[[1]],"rows":[[2]]}'],
  ])('refuses %s', (_name, text) => {
    expect(() => scan([text])).toThrow(JsonFault);
  });

  it('says which rule is broken', () => {
    expect(() => scan(['{"a":1'])).toThrow(new JsonFault('must not end in the middle of its object'));
  });
});
