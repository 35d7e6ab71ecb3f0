import { sizeWords } from './document.ts';

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1_000, '1 kB'],
  [1_540, '1.5 kB'],
  [12_345_678, '12.3 MB'],
  [5_000_000_000, '5,000 MB'],
])('says %s bytes as %s', (bytes, said) => {
  expect(sizeWords({ locale: 'en-GB' }, bytes)).toBe(said);
});

it('says nothing of a size that is not told', () => {
  expect(sizeWords({ locale: 'en-GB' }, null)).toBe('–');
});
