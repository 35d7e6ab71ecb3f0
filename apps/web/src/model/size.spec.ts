import { sizeWords } from './size.ts';

it.each([
  [0, '0 kB'],
  [1, '0.1 kB'],
  [465, '0.5 kB'],
  [999, '1 kB'],
  [1_540, '1.5 kB'],
  [412_345, '412 kB'],
  [12_345_678, '12 MB'],
  [5_000_000_000, '5 GB'],
])('says %s bytes as %s', (bytes, said) => {
  expect(sizeWords({ locale: 'en-GB' }, bytes)).toBe(said);
});

it('says nothing of a size that is not told', () => {
  expect(sizeWords({ locale: 'en-GB' }, null)).toBe('–');
});
