import { addressesIn } from './addresses.ts';

it.each([
  ['ben@example.org', ['ben@example.org']],
  [
    'Ben Hill <Ben@example.org>, cy@example.org;\ndora@example.org',
    ['ben@example.org', 'cy@example.org', 'dora@example.org'],
  ],
  ['ben@', []],
  ['', []],
])('reads of %j the addresses %j', (text, addresses) => {
  expect(addressesIn(text)).toEqual(addresses);
});
